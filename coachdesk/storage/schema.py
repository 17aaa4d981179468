"""The tables of the first release, frozen: a migration is a record of what was done, never made from today's records."""

FIRST = """\
CREATE TABLE audit (
    number INTEGER NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, code TEXT NOT NULL, subject TEXT NOT NULL,
    record TEXT NOT NULL, via TEXT NOT NULL, written TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (number)
) STRICT;
CREATE INDEX audit_subject ON audit (subject);

CREATE TABLE erased (
    hash TEXT NOT NULL, salt TEXT NOT NULL, PRIMARY KEY (hash)
) STRICT;

CREATE TABLE deletions (
    number INTEGER NOT NULL, "on" TEXT NOT NULL, kind TEXT NOT NULL, rule TEXT NOT NULL, many INTEGER NOT NULL,
    PRIMARY KEY (number)
) STRICT;

CREATE TABLE changes (
    number INTEGER NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, code TEXT NOT NULL, kept_in TEXT NOT NULL,
    record_id TEXT NOT NULL, person_id TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL, visit TEXT,
    PRIMARY KEY (number), UNIQUE (record_id, visit)
) STRICT;
CREATE INDEX changes_person ON changes (person_id);
CREATE INDEX changes_visit_at ON changes (at) WHERE visit IS NOT NULL;

CREATE TABLE people (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, given_name TEXT NOT NULL, family_name TEXT NOT NULL, preferred_name TEXT NOT NULL,
    date_of_birth TEXT, language TEXT NOT NULL, nation TEXT NOT NULL, phone TEXT NOT NULL,
    contact_note TEXT NOT NULL, interpreter_language TEXT NOT NULL, needs TEXT NOT NULL,
    safe_address INTEGER NOT NULL, private_card_due INTEGER NOT NULL, archived_at TEXT, paper_name TEXT NOT NULL,
    safe_to_print TEXT NOT NULL, print_asked_on TEXT, safe_to_send TEXT NOT NULL, send_asked_on TEXT,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE taken_times (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, "on" TEXT NOT NULL, at TEXT NOT NULL, minutes INTEGER NOT NULL, zone TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;
CREATE INDEX taken_times_day ON taken_times ("on", at);

CREATE TABLE minutes (
    "on" TEXT NOT NULL, kind TEXT NOT NULL, seconds INTEGER NOT NULL, times INTEGER NOT NULL,
    PRIMARY KEY ("on", kind)
) STRICT;

CREATE TABLE wordings (
    definition_id TEXT NOT NULL, version INTEGER NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (definition_id, version, language)
) STRICT;

CREATE TABLE vault_info (
    "row" INTEGER NOT NULL, vault_id TEXT NOT NULL, short_id TEXT NOT NULL, coach_id TEXT NOT NULL,
    coach_name TEXT NOT NULL, site TEXT NOT NULL, created_at TEXT NOT NULL, public_key TEXT NOT NULL,
    version INTEGER NOT NULL, last_number INTEGER NOT NULL, PRIMARY KEY ("row")
) STRICT;

CREATE TABLE actions (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, text TEXT NOT NULL, owner TEXT NOT NULL,
    owner_name TEXT NOT NULL, language TEXT NOT NULL, standing TEXT NOT NULL, implements TEXT, "by" TEXT,
    every TEXT, hours TEXT, if_then TEXT NOT NULL, obstacle TEXT NOT NULL, obstacle_owner TEXT,
    because TEXT NOT NULL, reason TEXT NOT NULL, if_cannot TEXT NOT NULL, privacy TEXT NOT NULL,
    state TEXT NOT NULL, in_account_since TEXT, goal_id TEXT NOT NULL, interview_id TEXT NOT NULL,
    position INTEGER NOT NULL, let_go_reason TEXT NOT NULL, follows_from TEXT NOT NULL, as_typed TEXT NOT NULL,
    travel_minutes INTEGER, falls TEXT NOT NULL, kept_because TEXT NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX actions_due ON actions (owner, state, "by");
CREATE INDEX actions_person ON actions (person_id, state);

CREATE TABLE appointments (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, "on" TEXT NOT NULL, at TEXT NOT NULL,
    minutes INTEGER NOT NULL, definition_id TEXT NOT NULL, channel TEXT NOT NULL, zone TEXT NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL, place TEXT NOT NULL, made_in TEXT NOT NULL,
    without_contact INTEGER NOT NULL, channel_reason TEXT NOT NULL, channel_until TEXT, premises TEXT NOT NULL,
    comes_along TEXT NOT NULL, moved_from TEXT NOT NULL, moved_to TEXT NOT NULL, absence TEXT, PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX appointments_day ON appointments ("on", at);
CREATE INDEX appointments_made_in ON appointments (made_in);
CREATE INDEX appointments_person ON appointments (person_id, state, "on", at);
CREATE INDEX appointments_state ON appointments (state, "on");

CREATE TABLE change_bodies (
    number INTEGER NOT NULL, salt TEXT NOT NULL, "before" TEXT, "after" TEXT, PRIMARY KEY (number),
    FOREIGN KEY(number) REFERENCES changes (number)
) STRICT;

CREATE TABLE circumstances (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, kind TEXT NOT NULL, starts_on TEXT, ends_on TEXT,
    sensitive INTEGER NOT NULL, detail TEXT NOT NULL, interview_id TEXT NOT NULL, question_id TEXT NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX circumstances_person ON circumstances (person_id);

CREATE TABLE commitments (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, interview_id TEXT NOT NULL, number TEXT NOT NULL,
    edition INTEGER NOT NULL, issued_at TEXT NOT NULL, language TEXT NOT NULL, snapshot TEXT NOT NULL,
    digest TEXT NOT NULL, stable TEXT NOT NULL, rests_on INTEGER NOT NULL, PRIMARY KEY (id), UNIQUE (number, edition),
    FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX commitments_interview ON commitments (interview_id);
CREATE INDEX commitments_issued ON commitments (rests_on, issued_at);
CREATE INDEX commitments_person ON commitments (person_id, issued_at);

CREATE TABLE colleagues (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, name TEXT NOT NULL, site TEXT NOT NULL, vault_id TEXT NOT NULL, short_id TEXT NOT NULL,
    coach_id TEXT NOT NULL, public_key TEXT NOT NULL, PRIMARY KEY (id), UNIQUE (vault_id)
) STRICT;

CREATE TABLE contact_rhythms (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, days INTEGER NOT NULL, reason TEXT NOT NULL,
    due_on TEXT NOT NULL, PRIMARY KEY (id), UNIQUE (person_id), FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX contact_rhythms_due ON contact_rhythms (due_on);

CREATE TABLE discretions (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, easement_id TEXT NOT NULL, decided TEXT NOT NULL,
    "on" TEXT NOT NULL, until TEXT, reason TEXT NOT NULL, interview_id TEXT NOT NULL, sensitive INTEGER NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX discretions_person ON discretions (person_id);

CREATE TABLE goals (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, text TEXT NOT NULL, words_of TEXT NOT NULL,
    language TEXT NOT NULL, why TEXT NOT NULL, importance INTEGER, confidence INTEGER, why_not_lower TEXT NOT NULL,
    privacy TEXT NOT NULL, state TEXT NOT NULL, interview_id TEXT NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX goals_interview ON goals (interview_id);
CREATE INDEX goals_person ON goals (person_id);

CREATE TABLE handovers (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, given TEXT NOT NULL, record_id TEXT NOT NULL,
    how TEXT NOT NULL, in_spite TEXT, PRIMARY KEY (id), FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX handovers_person ON handovers (person_id);

CREATE TABLE interviews (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, definition_id TEXT NOT NULL,
    definition_version INTEGER NOT NULL, channel TEXT NOT NULL, started_at TEXT NOT NULL, state TEXT NOT NULL,
    step_id TEXT NOT NULL, question_id TEXT NOT NULL, elapsed_seconds INTEGER NOT NULL, folded TEXT NOT NULL,
    must_stop INTEGER NOT NULL, appointment_id TEXT NOT NULL, ended_at TEXT, rules_version TEXT NOT NULL,
    brought TEXT NOT NULL, met_before INTEGER NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX interviews_person ON interviews (person_id, started_at);
CREATE INDEX interviews_state ON interviews (state, started_at);

CREATE TABLE slips (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, appointment_id TEXT NOT NULL, given TEXT NOT NULL,
    "on" TEXT NOT NULL, format TEXT NOT NULL, language TEXT NOT NULL, content BLOB NOT NULL, sha256 TEXT NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX slips_person ON slips (person_id);

CREATE TABLE action_outcomes (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, action_id TEXT NOT NULL, person_id TEXT NOT NULL, happened TEXT NOT NULL,
    interview_id TEXT NOT NULL, learned TEXT NOT NULL, new_by TEXT, delay TEXT,
    PRIMARY KEY (id), FOREIGN KEY(action_id) REFERENCES actions (id), FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX action_outcomes_action ON action_outcomes (action_id, interview_id);
CREATE INDEX action_outcomes_person ON action_outcomes (person_id);

CREATE TABLE answers (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, interview_id TEXT NOT NULL, question_id TEXT NOT NULL, standing TEXT NOT NULL,
    value TEXT, sealed_value BLOB, sealed_version INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (id),
    UNIQUE (interview_id, question_id), FOREIGN KEY(interview_id) REFERENCES interviews (id)
) STRICT;

CREATE TABLE signatures (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, interview_id TEXT NOT NULL, signer TEXT NOT NULL,
    hand TEXT NOT NULL, "on" TEXT NOT NULL, of TEXT NOT NULL, strokes TEXT NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (id), UNIQUE (interview_id, signer), FOREIGN KEY(person_id) REFERENCES people (id),
    FOREIGN KEY(interview_id) REFERENCES interviews (id)
) STRICT;
CREATE INDEX signatures_person ON signatures (person_id);

CREATE TABLE commitment_entries (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, commitment_id TEXT NOT NULL, kind TEXT NOT NULL,
    "on" TEXT NOT NULL, outcome TEXT, way TEXT, think_until TEXT, explained_by TEXT NOT NULL, explained_how TEXT,
    second_opinion_explained INTEGER NOT NULL, asked_who TEXT NOT NULL, present TEXT NOT NULL, looked_by TEXT,
    ended TEXT, taken_back INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES people (id), FOREIGN KEY(commitment_id) REFERENCES commitments (id)
) STRICT;
CREATE INDEX commitment_entries_commitment ON commitment_entries (commitment_id);
CREATE INDEX commitment_entries_person ON commitment_entries (person_id);

CREATE TABLE commitment_files (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, commitment_id TEXT NOT NULL, format TEXT NOT NULL, language TEXT NOT NULL,
    content BLOB NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(commitment_id) REFERENCES commitments (id)
) STRICT;
CREATE INDEX commitment_files_commitment ON commitment_files (commitment_id);
CREATE INDEX commitment_files_sha256 ON commitment_files (sha256);

CREATE TABLE commitment_pasted (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, commitment_id TEXT NOT NULL, language TEXT NOT NULL,
    piece TEXT NOT NULL, words TEXT NOT NULL, taken_back INTEGER NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES people (id), FOREIGN KEY(commitment_id) REFERENCES commitments (id)
) STRICT;
CREATE INDEX commitment_pasted_commitment ON commitment_pasted (commitment_id);
CREATE INDEX commitment_pasted_person ON commitment_pasted (person_id);

CREATE TABLE commitment_withdrawals (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, commitment_id TEXT NOT NULL, "on" TEXT NOT NULL,
    reason TEXT NOT NULL, sealed_snapshot BLOB NOT NULL, PRIMARY KEY (id), UNIQUE (commitment_id),
    FOREIGN KEY(person_id) REFERENCES people (id), FOREIGN KEY(commitment_id) REFERENCES commitments (id)
) STRICT;
CREATE INDEX commitment_withdrawals_person ON commitment_withdrawals (person_id);

CREATE TABLE packed_people (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, colleague_id TEXT NOT NULL, pack_id TEXT NOT NULL,
    direction TEXT NOT NULL, made_at TEXT NOT NULL, notes INTEGER NOT NULL, sealed INTEGER NOT NULL,
    base BLOB NOT NULL, PRIMARY KEY (id), FOREIGN KEY(person_id) REFERENCES people (id),
    FOREIGN KEY(colleague_id) REFERENCES colleagues (id)
) STRICT;
CREATE INDEX packed_people_person ON packed_people (person_id, colleague_id);

CREATE TABLE joinings (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, other_id TEXT NOT NULL, "before" TEXT NOT NULL,
    "after" TEXT NOT NULL, other TEXT NOT NULL, moved TEXT NOT NULL, aside TEXT NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX joinings_other ON joinings (other_id);
CREATE INDEX joinings_person ON joinings (person_id);

CREATE TABLE holds (
    id TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL, person_id TEXT NOT NULL, because TEXT NOT NULL, owner TEXT NOT NULL,
    "on" TEXT NOT NULL, lifted_on TEXT, PRIMARY KEY (id), FOREIGN KEY(person_id) REFERENCES people (id)
) STRICT;
CREATE INDEX holds_person ON holds (person_id)
"""
