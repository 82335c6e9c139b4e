CREATE TYPE "profile_proposal_state" AS ENUM ('submitted', 'accepted', 'refused', 'withdrawn');

CREATE TABLE "profile_proposals" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "profile_proposal_state" NOT NULL DEFAULT 'submitted',
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "profile_proposals_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "profile_proposals_organisation_id_idx" ON "profile_proposals"("organisation_id");

CREATE INDEX "profile_proposals_state_idx" ON "profile_proposals"("state");

ALTER TABLE "profile_proposals" ADD CONSTRAINT "profile_proposals_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One proposal of an organisation waits at a time.
CREATE UNIQUE INDEX profile_proposals_one_waiting ON profile_proposals (organisation_id) WHERE state = 'submitted';
