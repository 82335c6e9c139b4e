-- When the secretariat was told that no lead answered a request to join (R5).
ALTER TABLE "join_requests" ADD COLUMN "escalated_at" TIMESTAMPTZ(3);
