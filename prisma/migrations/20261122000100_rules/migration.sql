-- What Prisma's schema language cannot say: the rules that the database itself defends, and the two roles (E11).

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

INSERT INTO content_version (id, n) VALUES (1, 1);
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '\x');
ALTER TABLE content_version ADD CONSTRAINT content_version_one_row CHECK (id = 1);
ALTER TABLE audit_head ADD CONSTRAINT audit_head_one_row CHECK (id = 1);

-- Audit: nothing is changed or removed, whoever asks (E11, E12).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'P2C01';
END $$;
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- References are given once and never used again (R6).
CREATE TRIGGER pledge_references_append_only BEFORE UPDATE OR DELETE ON pledge_references FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pledge_references_no_truncate BEFORE TRUNCATE ON pledge_references FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE pledge_references ADD CONSTRAINT pledge_references_form CHECK (reference ~ '^P2C-\d{4}-\d{5,}$');
ALTER TABLE pledges ADD CONSTRAINT pledges_reference_given FOREIGN KEY (reference) REFERENCES pledge_references (reference);
CREATE TABLE reference_counters (year integer PRIMARY KEY, last integer NOT NULL);

CREATE FUNCTION keep_reference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.reference IS NOT NULL AND (TG_OP = 'DELETE' OR NEW.reference IS DISTINCT FROM OLD.reference) THEN
    RAISE EXCEPTION 'pledge % keeps its reference', OLD.reference USING ERRCODE = 'P2C02';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER pledges_keep_reference BEFORE UPDATE OR DELETE ON pledges FOR EACH ROW EXECUTE FUNCTION keep_reference();

-- One open revision per pledge.
CREATE UNIQUE INDEX pledge_revisions_one_open ON pledge_revisions (pledge_id)
  WHERE state IN ('draft', 'ready', 'submitted', 'in_review', 'changes_requested', 'recommended', 'cleared');
CREATE UNIQUE INDEX pledge_revisions_one_published ON pledge_revisions (pledge_id) WHERE state = 'published';

-- Money always has a currency, and is never negative; dates are as precise as known.
CREATE FUNCTION extent_agrees(extent text, share numeric) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT share IS NULL OR extent IS NULL OR CASE extent
    WHEN 'exclusively' THEN share = 100
    WHEN 'primarily' THEN share >= 50 AND share < 100
    WHEN 'partly' THEN share > 0 AND share < 50
    ELSE share = 0 END
$$;
ALTER TABLE pledge_revisions
  ADD CONSTRAINT pledge_revisions_money CHECK ((amount_minor IS NULL) = (currency IS NULL)),
  ADD CONSTRAINT pledge_revisions_amount CHECK (amount_minor IS NULL OR amount_minor >= 0),
  ADD CONSTRAINT pledge_revisions_usd CHECK (usd_minor IS NULL OR (amount_minor IS NOT NULL AND rate IS NOT NULL AND rate_date IS NOT NULL AND rate_source IS NOT NULL)),
  ADD CONSTRAINT pledge_revisions_value_state CHECK ((value_state = 'converted') = (usd_minor IS NOT NULL)),
  ADD CONSTRAINT pledge_revisions_dates CHECK (
    (starts_on IS NULL OR starts_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$') AND (ends_on IS NULL OR ends_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$')),
  ADD CONSTRAINT pledge_revisions_focus CHECK (
    cardinality(focus_areas) <= 4 AND focus_areas <@ ARRAY['access', 'adoption', 'value_creation', 'accelerate']),
  -- Extent and share agree (R22).
  ADD CONSTRAINT pledge_revisions_ldc CHECK (extent_agrees(ldc_extent::text, ldc_share)),
  ADD CONSTRAINT pledge_revisions_lldc CHECK (extent_agrees(lldc_extent::text, lldc_share)),
  ADD CONSTRAINT pledge_revisions_sids CHECK (extent_agrees(sids_extent::text, sids_share)),
  ADD CONSTRAINT pledge_revisions_text CHECK (length(title) <= 120 AND length(summary) <= 400 AND length(description) <= 20000);
ALTER TABLE co_pledgers
  ADD CONSTRAINT co_pledgers_money CHECK ((amount_minor IS NULL) = (currency IS NULL)),
  ADD CONSTRAINT co_pledgers_amount CHECK (amount_minor IS NULL OR amount_minor >= 0);

-- Country shares of one revision add up to 100 at most (R22). The revision's row is locked first, so two writers cannot each stay below.
ALTER TABLE revision_countries ADD CONSTRAINT revision_countries_share CHECK (share IS NULL OR (share > 0 AND share <= 100));
CREATE FUNCTION check_country_shares() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM pledge_revisions WHERE id = NEW.revision_id FOR UPDATE;
  IF (SELECT sum(share) FROM revision_countries WHERE revision_id = NEW.revision_id) > 100 THEN
    RAISE EXCEPTION 'country shares add up to more than 100' USING ERRCODE = 'P2C03';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER revision_countries_at_most_100 AFTER INSERT OR UPDATE ON revision_countries FOR EACH ROW EXECUTE FUNCTION check_country_shares();

-- At most five Leaders of a focus area on any day (R8). Start inclusive, end exclusive, no end: for ever.
ALTER TABLE participations
  ADD CONSTRAINT participations_term CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on > starts_on),
  ADD CONSTRAINT participations_leader_term CHECK (kind <> 'leader' OR state <> 'admitted' OR starts_on IS NOT NULL),
  ADD CONSTRAINT participations_focus CHECK (focus_area IN ('access', 'adoption', 'value_creation', 'accelerate')),
  ADD CONSTRAINT participations_represents CHECK (represents IN ('government', 'private_sector', 'international_organisation', 'civil_society', 'youth'));
CREATE UNIQUE INDEX participations_one_open ON participations (organisation_id, kind, focus_area) WHERE state IN ('applied', 'admitted');
CREATE FUNCTION check_five_leaders() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  term daterange := daterange(NEW.starts_on, NEW.ends_on);
  busiest integer;
BEGIN
  IF NEW.kind <> 'leader' OR NEW.starts_on IS NULL OR NEW.state NOT IN ('admitted', 'ended') THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('leaders:' || NEW.focus_area, 0));
  -- The number of terms only rises on a day when one starts, so those days are enough.
  SELECT max(holders) INTO busiest FROM (
    SELECT (SELECT count(*) FROM participations p
             WHERE p.kind = 'leader' AND p.focus_area = NEW.focus_area AND p.state IN ('admitted', 'ended') AND p.starts_on IS NOT NULL
               AND daterange(p.starts_on, p.ends_on) @> days.day) AS holders
      FROM (SELECT NEW.starts_on AS day UNION
            SELECT starts_on FROM participations q
             WHERE q.kind = 'leader' AND q.focus_area = NEW.focus_area AND q.state IN ('admitted', 'ended') AND term @> q.starts_on) AS days) AS counted;
  IF busiest > 5 THEN
    RAISE EXCEPTION 'focus area % already has five leaders on a day of this term', NEW.focus_area USING ERRCODE = 'P2C05';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER participations_five_leaders AFTER INSERT OR UPDATE ON participations FOR EACH ROW EXECUTE FUNCTION check_five_leaders();

-- A person belongs to an organisation once at a time.
CREATE UNIQUE INDEX memberships_one_open ON memberships (organisation_id, account_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX join_requests_one_open ON join_requests (organisation_id, account_id) WHERE state = 'open';

-- One open case per organisation or revision; a decision needs a recommendation, and is never by the person who recommended (R11).
CREATE UNIQUE INDEX cases_one_open_organisation ON cases (organisation_id) WHERE kind = 'organisation' AND closed_at IS NULL;
CREATE UNIQUE INDEX cases_one_open_revision ON cases (revision_id) WHERE kind = 'pledge' AND closed_at IS NULL;
ALTER TABLE cases
  ADD CONSTRAINT cases_subject CHECK ((kind = 'pledge') = (pledge_id IS NOT NULL) AND (kind = 'pledge') = (revision_id IS NOT NULL)),
  ADD CONSTRAINT cases_four_eyes CHECK (decided_by IS NULL OR (recommended_by IS NOT NULL AND decided_by <> recommended_by)),
  ADD CONSTRAINT cases_organisation_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id),
  ADD CONSTRAINT cases_pledge_fkey FOREIGN KEY (pledge_id) REFERENCES pledges (id),
  ADD CONSTRAINT cases_revision_fkey FOREIGN KEY (revision_id) REFERENCES pledge_revisions (id);

-- Likely duplicates are looked up by similarity (R9).
CREATE INDEX organisations_name_trigram ON organisations USING gin (official_name gin_trgm_ops);

-- Jobs enter through one function: the application's role has no rights on the worker's tables (E11).
CREATE SCHEMA IF NOT EXISTS app;
CREATE FUNCTION app.enqueue(task text, payload json, job_key text DEFAULT NULL, run_at timestamptz DEFAULT NULL, max_attempts integer DEFAULT 25)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key);
END $$;
REVOKE ALL ON FUNCTION app.enqueue(text, json, text, timestamptz, integer) FROM PUBLIC;

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'p2c_app') THEN
    GRANT USAGE ON SCHEMA public, app TO p2c_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO p2c_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO p2c_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO p2c_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO p2c_app;
    REVOKE UPDATE, DELETE, TRUNCATE ON audit_events, pledge_references FROM p2c_app;
    REVOKE ALL ON _prisma_migrations FROM p2c_app;
    GRANT SELECT ON _prisma_migrations TO p2c_app;
    GRANT EXECUTE ON FUNCTION app.enqueue(text, json, text, timestamptz, integer) TO p2c_app;
  END IF;
END $$;
