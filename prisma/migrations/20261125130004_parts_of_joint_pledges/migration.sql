-- A part keeps its identity across the revisions of its pledge, its own frozen value, since when its organisation is asked and what it
-- answered (R20, R24).
ALTER TABLE "co_pledgers" ADD COLUMN     "invited_at" TIMESTAMPTZ(3),
ADD COLUMN     "key" UUID,
ADD COLUMN     "rate" DECIMAL(20,10),
ADD COLUMN     "rate_date" TEXT,
ADD COLUMN     "rate_source" TEXT,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "value_state" "value_state" NOT NULL DEFAULT 'none',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- What was written before is one part where pledge and name are the same; a name written twice in one revision is two.
UPDATE co_pledgers SET key = same.key
FROM (
  SELECT id, first_value(id) OVER (PARTITION BY pledge_id, name, nth ORDER BY number, id) AS key
  FROM (
    SELECT part.id, part.name, revision.pledge_id, revision.number,
      row_number() OVER (PARTITION BY part.revision_id, part.name ORDER BY part.id) AS nth
    FROM co_pledgers part JOIN pledge_revisions revision ON revision.id = part.revision_id
  ) numbered
) same
WHERE same.id = co_pledgers.id;
UPDATE co_pledgers SET value_state = 'converted' WHERE usd_minor IS NOT NULL;
UPDATE co_pledgers SET invited_at = revision.submitted_at
FROM pledge_revisions revision
WHERE revision.id = co_pledgers.revision_id AND co_pledgers.organisation_id IS NOT NULL;

ALTER TABLE "co_pledgers" ALTER COLUMN "key" SET NOT NULL;

DROP INDEX "co_pledgers_revision_id_idx";

CREATE INDEX "co_pledgers_key_idx" ON "co_pledgers"("key");

CREATE INDEX "co_pledgers_organisation_id_idx" ON "co_pledgers"("organisation_id");

CREATE UNIQUE INDEX "co_pledgers_revision_id_key_key" ON "co_pledgers"("revision_id", "key");

ALTER TABLE "co_pledgers" ADD CONSTRAINT "co_pledgers_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;
