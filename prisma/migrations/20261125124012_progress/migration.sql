-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('draft', 'ready', 'submitted', 'in_check', 'questions', 'agreed', 'accepted', 'withdrawn');

-- CreateEnum
CREATE TYPE "request_state" AS ENUM ('open', 'answered', 'skipped', 'paused', 'closed');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('not_started', 'on_track', 'delayed', 'completed', 'discontinued');

-- CreateTable
CREATE TABLE "reporting_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "four_eyes_usd_minor" BIGINT NOT NULL,

    CONSTRAINT "reporting_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_cycles" (
    "id" UUID NOT NULL,
    "period_to" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" UUID,

    CONSTRAINT "reporting_cycles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_rhythms" (
    "pledge_id" UUID NOT NULL,
    "every_months" INTEGER NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by" UUID,

    CONSTRAINT "reporting_rhythms_pkey" PRIMARY KEY ("pledge_id")
);

-- CreateTable
CREATE TABLE "report_requests" (
    "id" UUID NOT NULL,
    "pledge_id" UUID NOT NULL,
    "cycle_id" UUID,
    "state" "request_state" NOT NULL DEFAULT 'open',
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "reason" TEXT,
    "missed" BOOLEAN NOT NULL DEFAULT false,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "report_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_reminders" (
    "request_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_reminders_pkey" PRIMARY KEY ("request_id","organisation_id","step")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "request_id" UUID,
    "pledge_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "corrects_id" UUID,
    "correction_reason" TEXT,
    "revision_id" UUID,
    "state" "report_state" NOT NULL DEFAULT 'draft',
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "status" "delivery_status",
    "status_reason" TEXT,
    "disbursed_minor" BIGINT,
    "currency" CHAR(3),
    "disbursed_basis" TEXT NOT NULL DEFAULT 'cumulative',
    "disbursed_note" TEXT,
    "people" BIGINT,
    "people_note" TEXT,
    "narrative" TEXT NOT NULL DEFAULT '',
    "obstacles" TEXT NOT NULL DEFAULT '',
    "next_steps" TEXT NOT NULL DEFAULT '',
    "links" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,
    "ready_by" UUID,
    "signed_off_by" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "assignee_id" UUID,
    "agreed_by" UUID,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_indicators" (
    "report_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "value" DECIMAL(24,4),
    "note" TEXT,

    CONSTRAINT "report_indicators_pkey" PRIMARY KEY ("report_id","key")
);

-- CreateTable
CREATE TABLE "report_milestones" (
    "report_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "done" TEXT NOT NULL,

    CONSTRAINT "report_milestones_pkey" PRIMARY KEY ("report_id","key")
);

-- CreateTable
CREATE TABLE "report_files" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "uploaded_by" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_messages" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "from_staff" BOOLEAN NOT NULL,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ending_proposals" (
    "pledge_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ending_proposals_pkey" PRIMARY KEY ("pledge_id")
);

-- CreateIndex
CREATE INDEX "report_requests_pledge_id_due_on_idx" ON "report_requests"("pledge_id", "due_on");

-- CreateIndex
CREATE INDEX "report_requests_state_due_on_idx" ON "report_requests"("state", "due_on");

-- CreateIndex
CREATE INDEX "reports_pledge_id_organisation_id_idx" ON "reports"("pledge_id", "organisation_id");

-- CreateIndex
CREATE INDEX "reports_state_submitted_at_idx" ON "reports"("state", "submitted_at");

-- CreateIndex
CREATE INDEX "report_files_report_id_idx" ON "report_files"("report_id");

-- CreateIndex
CREATE INDEX "report_messages_report_id_idx" ON "report_messages"("report_id");

-- AddForeignKey
ALTER TABLE "report_requests" ADD CONSTRAINT "report_requests_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "reporting_cycles"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_reminders" ADD CONSTRAINT "report_reminders_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "report_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "report_requests"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "reports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_indicators" ADD CONSTRAINT "report_indicators_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_milestones" ADD CONSTRAINT "report_milestones_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_messages" ADD CONSTRAINT "report_messages_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
INSERT INTO reporting_settings (id, four_eyes_usd_minor) VALUES (1, 1000000000);
ALTER TABLE reporting_settings ADD CONSTRAINT reporting_settings_one_row CHECK (id = 1 AND four_eyes_usd_minor >= 0);
ALTER TABLE reporting_rhythms ADD CONSTRAINT reporting_rhythms_months CHECK (every_months IN (1, 3, 6, 12)),
  ADD CONSTRAINT reporting_rhythms_pledge_fkey FOREIGN KEY (pledge_id) REFERENCES pledges (id);
ALTER TABLE reporting_cycles ADD CONSTRAINT reporting_cycles_dates CHECK (due_on > period_to);

-- One open request per pledge (R31); a pledge is in a cycle once.
CREATE UNIQUE INDEX report_requests_one_open ON report_requests (pledge_id) WHERE state IN ('open', 'paused');
CREATE UNIQUE INDEX report_requests_once_in_cycle ON report_requests (cycle_id, pledge_id);
ALTER TABLE report_requests
  ADD CONSTRAINT report_requests_dates CHECK (period_from <= period_to AND due_on > period_to),
  ADD CONSTRAINT report_requests_reason CHECK (state NOT IN ('skipped', 'paused') OR coalesce(length(reason), 0) > 0),
  ADD CONSTRAINT report_requests_pledge_fkey FOREIGN KEY (pledge_id) REFERENCES pledges (id);

-- One report of each organisation under way for a pledge, one answer of each to a request; corrections name what they correct and why.
CREATE UNIQUE INDEX reports_one_under_way ON reports (pledge_id, organisation_id)
  WHERE state IN ('draft', 'ready', 'submitted', 'in_check', 'questions', 'agreed');
CREATE UNIQUE INDEX reports_one_answer ON reports (request_id, organisation_id)
  WHERE corrects_id IS NULL AND state <> 'withdrawn';
CREATE UNIQUE INDEX reports_one_correction ON reports (corrects_id) WHERE state <> 'withdrawn';
ALTER TABLE reports
  ADD CONSTRAINT reports_pledge_fkey FOREIGN KEY (pledge_id) REFERENCES pledges (id),
  ADD CONSTRAINT reports_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id),
  ADD CONSTRAINT reports_period CHECK (period_from <= period_to),
  ADD CONSTRAINT reports_money CHECK (disbursed_minor IS NULL OR (disbursed_minor >= 0 AND currency IS NOT NULL)),
  ADD CONSTRAINT reports_basis CHECK (disbursed_basis IN ('cumulative', 'period')),
  ADD CONSTRAINT reports_people CHECK (people >= 0),
  ADD CONSTRAINT reports_correction CHECK ((corrects_id IS NULL) = (correction_reason IS NULL)),
  ADD CONSTRAINT reports_accepted CHECK (state <> 'accepted' OR (status IS NOT NULL AND accepted_at IS NOT NULL AND accepted_by IS NOT NULL AND submitted_at IS NOT NULL)),
  ADD CONSTRAINT reports_four_eyes CHECK (agreed_by IS NULL OR accepted_by IS NULL OR agreed_by <> accepted_by);

-- An accepted report is never changed or removed, whoever asks, nor anything that belongs to it.
CREATE FUNCTION keep_accepted_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'accepted' THEN
    RAISE EXCEPTION 'report % is accepted', OLD.id USING ERRCODE = 'P2C06';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER reports_keep_accepted BEFORE UPDATE OR DELETE ON reports FOR EACH ROW EXECUTE FUNCTION keep_accepted_report();
CREATE FUNCTION keep_part_of_accepted_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  report uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.report_id ELSE OLD.report_id END;
BEGIN
  IF EXISTS (SELECT FROM reports WHERE id = report AND state = 'accepted') THEN
    RAISE EXCEPTION 'report % is accepted', report USING ERRCODE = 'P2C06';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER report_indicators_keep_accepted BEFORE INSERT OR UPDATE OR DELETE ON report_indicators FOR EACH ROW EXECUTE FUNCTION keep_part_of_accepted_report();
CREATE TRIGGER report_milestones_keep_accepted BEFORE INSERT OR UPDATE OR DELETE ON report_milestones FOR EACH ROW EXECUTE FUNCTION keep_part_of_accepted_report();
CREATE TRIGGER report_files_keep_accepted BEFORE INSERT OR UPDATE OR DELETE ON report_files FOR EACH ROW EXECUTE FUNCTION keep_part_of_accepted_report();
