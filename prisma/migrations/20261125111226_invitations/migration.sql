-- Invitations by mail to act for an organisation: one open at a time for each address.
-- CreateEnum
CREATE TYPE "invitation_state" AS ENUM ('sent', 'accepted', 'declined', 'revoked');

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "language" CHAR(2) NOT NULL,
    "hash" TEXT,
    "state" "invitation_state" NOT NULL DEFAULT 'sent',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "account_id" UUID,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_hash_key" ON "invitations"("hash");

-- CreateIndex
CREATE INDEX "invitations_organisation_id_state_idx" ON "invitations"("organisation_id", "state");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX invitations_one_open ON invitations (organisation_id, email) WHERE state = 'sent';
