-- Accepted reports as they are public; made anew with their pledge (R29, R31).
CREATE TABLE compendium_reports (
  id uuid PRIMARY KEY,
  pledge_id uuid NOT NULL REFERENCES compendium_pledges (id) ON DELETE CASCADE,
  organisation_id uuid NOT NULL,
  organisation jsonb NOT NULL,
  corrects_id uuid,
  -- A later accepted report stands in its place.
  corrected boolean NOT NULL,
  period_from text NOT NULL,
  period_to text NOT NULL,
  status text NOT NULL,
  disbursed_minor bigint,
  currency char(3),
  disbursed_basis text NOT NULL,
  disbursed_usd_minor bigint,
  people bigint,
  lang text NOT NULL,
  texts jsonb NOT NULL,
  indicators jsonb NOT NULL,
  milestones jsonb NOT NULL,
  links text[] NOT NULL,
  accepted_at timestamptz(3) NOT NULL
);
CREATE INDEX compendium_reports_pledge ON compendium_reports (pledge_id, period_to);
CREATE INDEX compendium_reports_newest ON compendium_reports (accepted_at DESC, id);

ALTER TABLE compendium_pledges
  -- End of the period of the lead pledger's latest accepted report, and when that one was accepted.
  ADD COLUMN last_report_on text,
  ADD COLUMN last_report_at timestamptz(3),
  -- US cents delivered by the parts that are confirmed.
  ADD COLUMN disbursed_usd_minor bigint,
  -- When the first report is owed, if one is.
  ADD COLUMN first_due_on text;
CREATE INDEX compendium_pledges_reported ON compendium_pledges (last_report_on DESC NULLS LAST, sort_on DESC) WHERE listed;

UPDATE compendium_pledges SET record = record || '{"reporting": {"delivery": null, "lastReportOn": null, "lastReportAt": null, "firstDueOn": null, "disbursedUsdMinor": null, "delivered": [], "requests": []}}'
WHERE record->>'kind' = 'pledge';

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'p2c_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON compendium_reports TO p2c_app;
  END IF;
END $$;
