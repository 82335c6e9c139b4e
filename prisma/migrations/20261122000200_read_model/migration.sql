-- The public read model (E7): what anyone may see, and nothing else. Rows are made from scratch by app/compendium/projections.server.ts.

CREATE TABLE compendium_organisations (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  state text NOT NULL,
  name text NOT NULL,
  short_name text,
  names jsonb NOT NULL,
  constituency text NOT NULL,
  country char(3),
  website text,
  description text,
  public_contact text,
  itu_member boolean NOT NULL,
  compiled boolean NOT NULL,
  part_of_id uuid,
  -- Admitted memberships and leadership terms: [{kind, focusArea, represents, startsOn, endsOn}]
  participations jsonb NOT NULL
);
CREATE INDEX compendium_organisations_part_of ON compendium_organisations (part_of_id);

CREATE TABLE compendium_events (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  names jsonb NOT NULL,
  place text,
  starts_on text
);

CREATE TABLE compendium_pledges (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  state text NOT NULL,
  -- What has a row but is in no list: a suspended pledge (R2).
  listed boolean NOT NULL,
  organisation_id uuid NOT NULL,
  organisation_ids uuid[] NOT NULL,
  compiled boolean NOT NULL,
  type text,
  focus_areas text[] NOT NULL,
  constituency text,
  organisation_country char(3),
  scope text,
  regions text[] NOT NULL,
  countries text[] NOT NULL,
  groups_pledged text[] NOT NULL,
  sdgs integer[] NOT NULL,
  year integer,
  event text,
  value_usd_minor bigint,
  value_band text NOT NULL,
  joint boolean NOT NULL,
  delivery text,
  sort_on text NOT NULL,
  ends_on text,
  observed_on text,
  published_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  -- What counting needs (app/counting), and everything that the public page shows.
  counted jsonb,
  record jsonb NOT NULL
);
CREATE INDEX compendium_pledges_newest ON compendium_pledges (sort_on DESC, reference DESC) WHERE listed;
CREATE INDEX compendium_pledges_value ON compendium_pledges (value_usd_minor DESC NULLS LAST, reference DESC) WHERE listed;
CREATE INDEX compendium_pledges_published ON compendium_pledges (published_at DESC, reference DESC);
CREATE INDEX compendium_pledges_organisations ON compendium_pledges USING gin (organisation_ids);
CREATE INDEX compendium_pledges_countries ON compendium_pledges USING gin (countries);
CREATE INDEX compendium_pledges_regions ON compendium_pledges USING gin (regions);
CREATE INDEX compendium_pledges_focus ON compendium_pledges USING gin (focus_areas);
CREATE INDEX compendium_pledges_event ON compendium_pledges (event) WHERE event IS NOT NULL;

-- One row for each pledge and language of the site: what is shown there, and what is found there.
CREATE TABLE compendium_texts (
  pledge_id uuid NOT NULL REFERENCES compendium_pledges (id) ON DELETE CASCADE,
  lang char(2) NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  source_lang text NOT NULL,
  organisation text NOT NULL,
  words text NOT NULL,
  found tsvector NOT NULL,
  PRIMARY KEY (pledge_id, lang)
);
CREATE INDEX compendium_texts_found ON compendium_texts USING gin (found);
CREATE INDEX compendium_texts_words ON compendium_texts USING gin (words gin_trgm_ops);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'p2c_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON compendium_organisations, compendium_events, compendium_pledges, compendium_texts TO p2c_app;
  END IF;
END $$;
