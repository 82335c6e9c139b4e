-- The queue reads open cases by urgency, whatever has been closed over the years.
CREATE INDEX cases_open_by_urgency ON cases ((waiting_since IS NOT NULL), due_on, opened_at, id) WHERE closed_at IS NULL;
