-- What a revision said each time it was submitted, so that a later round can be compared with it.
CREATE TABLE "pledge_submissions" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "pledge_submissions_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "pledge_submissions_revision_id_idx" ON "pledge_submissions"("revision_id");

ALTER TABLE "pledge_submissions" ADD CONSTRAINT "pledge_submissions_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "pledge_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
