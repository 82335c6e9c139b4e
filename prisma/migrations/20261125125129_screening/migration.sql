-- Sanctions screening (R14): lists, hits, and the rules that the database itself defends.
-- CreateEnum
CREATE TYPE "sanctions_list_state" AS ENUM ('prepared', 'current', 'replaced', 'discarded');

-- CreateEnum
CREATE TYPE "sanctions_entry_kind" AS ENUM ('individual', 'entity');

-- CreateEnum
CREATE TYPE "hit_state" AS ENUM ('open', 'no_match', 'match');

-- CreateTable
CREATE TABLE "sanctions_lists" (
    "id" UUID NOT NULL,
    "state" "sanctions_list_state" NOT NULL DEFAULT 'prepared',
    "generated_at" TIMESTAMPTZ(3) NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "individuals" INTEGER NOT NULL,
    "entities" INTEGER NOT NULL,
    "names" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" UUID,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "sanctions_lists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sanctions_entries" (
    "id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "kind" "sanctions_entry_kind" NOT NULL,
    "data_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reference" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "sanctions_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sanctions_names" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "low_quality" BOOLEAN NOT NULL,
    "plain" TEXT NOT NULL,
    "skeleton" TEXT NOT NULL,

    CONSTRAINT "sanctions_names_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "screenings" (
    "organisation_id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "names" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "screenings_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "screening_hits" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "pledge_id" UUID,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "data_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "listed_name" TEXT NOT NULL,
    "low_quality" BOOLEAN NOT NULL,
    "score" INTEGER NOT NULL,
    "entry" JSONB NOT NULL,
    "state" "hit_state" NOT NULL DEFAULT 'open',
    "standing" BOOLEAN NOT NULL DEFAULT true,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "resolved_by" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "resolvers" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "screening_hits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sanctions_entries_list_id_data_id_key" ON "sanctions_entries"("list_id", "data_id");

-- CreateIndex
CREATE INDEX "sanctions_names_entry_id_idx" ON "sanctions_names"("entry_id");

-- CreateIndex
CREATE INDEX "screenings_list_id_idx" ON "screenings"("list_id");

-- CreateIndex
CREATE INDEX "screening_hits_organisation_id_standing_state_idx" ON "screening_hits"("organisation_id", "standing", "state");

-- CreateIndex
CREATE UNIQUE INDEX "screening_hits_organisation_id_name_key_data_id_fingerprint_key" ON "screening_hits"("organisation_id", "name_key", "data_id", "fingerprint");

-- AddForeignKey
ALTER TABLE "sanctions_entries" ADD CONSTRAINT "sanctions_entries_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "sanctions_lists"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions_names" ADD CONSTRAINT "sanctions_names_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "sanctions_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One list waits to be taken into use, one is in use.
CREATE UNIQUE INDEX sanctions_lists_one_prepared ON sanctions_lists (state) WHERE state = 'prepared';
CREATE UNIQUE INDEX sanctions_lists_one_current ON sanctions_lists (state) WHERE state = 'current';
CREATE INDEX sanctions_names_plain ON sanctions_names USING gin (plain gin_trgm_ops);
CREATE INDEX sanctions_names_skeleton ON sanctions_names USING gin (skeleton gin_trgm_ops);
ALTER TABLE screening_hits
  ADD CONSTRAINT screening_hits_resolved CHECK ((state = 'open') = (resolved_by IS NULL) AND (state = 'open' OR length(reason) > 0));

-- Nothing is cleared, by any path, while a hit stands unresolved or as a match, or before it was screened with the list in use (R14).
-- Restoring from suspension (R2) is refused only while a match stands.
CREATE FUNCTION refuse_unscreened() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  organisation uuid;
BEGIN
  IF TG_TABLE_NAME = 'organisations' THEN
    organisation := NEW.id;
  ELSE
    SELECT organisation_id INTO organisation FROM pledges WHERE id = NEW.pledge_id;
  END IF;
  IF EXISTS (SELECT FROM screening_hits h WHERE h.organisation_id = organisation AND h.standing
                AND (h.state = 'match' OR (h.state = 'open' AND OLD.state::text <> 'suspended'))) THEN
    RAISE EXCEPTION 'a screening hit stands against clearing' USING ERRCODE = 'P2C06';
  END IF;
  IF OLD.state::text <> 'suspended'
     AND EXISTS (SELECT FROM sanctions_lists l WHERE l.state = 'current'
                    AND NOT EXISTS (SELECT FROM screenings s WHERE s.organisation_id = organisation AND s.list_id = l.id)) THEN
    RAISE EXCEPTION 'not screened with the list in use' USING ERRCODE = 'P2C08';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organisations_unscreened BEFORE UPDATE OF state ON organisations FOR EACH ROW
  WHEN (NEW.state = 'cleared' AND OLD.state <> 'cleared') EXECUTE FUNCTION refuse_unscreened();
CREATE TRIGGER pledge_revisions_unscreened BEFORE UPDATE OF state ON pledge_revisions FOR EACH ROW
  WHEN (NEW.state = 'cleared' AND OLD.state <> 'cleared') EXECUTE FUNCTION refuse_unscreened();
