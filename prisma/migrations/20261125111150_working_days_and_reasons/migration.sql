-- Days on which staff do not work, and the words that people gave for entries of the trail, kept apart from it (R19, R33).
CREATE TABLE "holidays" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "added_by" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "holidays_pkey" PRIMARY KEY ("day")
);

CREATE TABLE "event_reasons" (
    "seq" BIGINT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "event_reasons_pkey" PRIMARY KEY ("seq")
);

-- Entries written before keep theirs, since nothing may change them; readers look only here.
INSERT INTO event_reasons (seq, text) SELECT seq, data ->> 'reason' FROM audit_events WHERE data ->> 'reason' <> '';
