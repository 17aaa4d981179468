"""The tables of what waits for the coach, frozen as those of the first release are."""

WAITING = """\
CREATE TABLE waiting_people (
    person_id TEXT NOT NULL, step_until TEXT NOT NULL, checked_by TEXT NOT NULL, checked_until TEXT NOT NULL,
    due INTEGER NOT NULL, ends_on TEXT, look_on TEXT, follow_on TEXT, PRIMARY KEY (person_id)
) WITHOUT ROWID, STRICT;
CREATE INDEX waiting_people_checked ON waiting_people (checked_by, checked_until);
CREATE INDEX waiting_people_due ON waiting_people (due, person_id);
CREATE INDEX waiting_people_ends ON waiting_people (ends_on);
CREATE INDEX waiting_people_follow ON waiting_people (follow_on);
CREATE INDEX waiting_people_look ON waiting_people (look_on);
CREATE INDEX waiting_people_step ON waiting_people (step_until, person_id);

CREATE TABLE waiting_commitments (
    commitment_id TEXT NOT NULL, person_id TEXT NOT NULL, issued_at TEXT NOT NULL, PRIMARY KEY (commitment_id)
) WITHOUT ROWID, STRICT;
CREATE INDEX waiting_commitments_issued ON waiting_commitments (issued_at);
CREATE INDEX waiting_commitments_person ON waiting_commitments (person_id)
"""
