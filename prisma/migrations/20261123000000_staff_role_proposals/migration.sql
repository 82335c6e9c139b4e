-- A staff role that waits for a second administrator (R10).
CREATE TABLE "staff_role_proposals" (
    "account_id" UUID NOT NULL,
    "role" "staff_role" NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_role_proposals_pkey" PRIMARY KEY ("account_id","role")
);

ALTER TABLE "staff_role_proposals" ADD CONSTRAINT "staff_role_proposals_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
