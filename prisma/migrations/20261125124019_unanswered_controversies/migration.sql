-- Nothing is cleared, by any path, while a controversy of its case is unanswered (R18): the database refuses it too.
CREATE FUNCTION refuse_unanswered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM controversies v JOIN cases c ON c.id = v.case_id
              WHERE v.answered_at IS NULL AND c.closed_at IS NULL
                AND CASE TG_TABLE_NAME WHEN 'organisations' THEN c.kind = 'organisation' AND c.organisation_id = NEW.id
                    ELSE c.revision_id = NEW.id END) THEN
    RAISE EXCEPTION 'an unanswered controversy stands against clearing' USING ERRCODE = 'P2C07';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organisations_unanswered BEFORE UPDATE OF state ON organisations FOR EACH ROW
  WHEN (NEW.state = 'cleared' AND OLD.state = 'recommended') EXECUTE FUNCTION refuse_unanswered();
CREATE TRIGGER pledge_revisions_unanswered BEFORE UPDATE OF state ON pledge_revisions FOR EACH ROW
  WHEN (NEW.state = 'cleared' AND OLD.state = 'recommended') EXECUTE FUNCTION refuse_unanswered();
