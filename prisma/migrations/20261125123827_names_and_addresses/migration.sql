CREATE TABLE "organisation_slugs" (
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_slugs_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "organisation_name_keys" (
    "organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "organisation_name_keys_pkey" PRIMARY KEY ("organisation_id","key")
);

CREATE INDEX "organisation_slugs_organisation_id_idx" ON "organisation_slugs"("organisation_id");

ALTER TABLE "organisation_slugs" ADD CONSTRAINT "organisation_slugs_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "organisation_name_keys" ADD CONSTRAINT "organisation_name_keys_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX organisation_name_keys_trigram ON organisation_name_keys USING gin (key gin_trgm_ops);

-- The read model: addresses of before that lead on.
CREATE TABLE compendium_old_slugs (
  slug text PRIMARY KEY,
  organisation_id uuid NOT NULL
);
CREATE INDEX compendium_old_slugs_organisation ON compendium_old_slugs (organisation_id);
