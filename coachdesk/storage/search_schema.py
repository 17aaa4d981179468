"""The tables of the index by which people are found, frozen as those of the first release are."""

SEARCH = """\
CREATE TABLE search_keys_made (version INTEGER NOT NULL, PRIMARY KEY (version)) STRICT;

CREATE TABLE people_index (
    number INTEGER NOT NULL, person_id TEXT NOT NULL, sort_key TEXT NOT NULL, archived INTEGER NOT NULL, born TEXT,
    phones TEXT NOT NULL, names TEXT NOT NULL, PRIMARY KEY (number), UNIQUE (person_id)
) STRICT;
CREATE INDEX people_index_born ON people_index (archived, born, sort_key);
CREATE INDEX people_index_order ON people_index (archived, sort_key, number);

CREATE TABLE people_counts (archived INTEGER NOT NULL, many INTEGER NOT NULL, PRIMARY KEY (archived)) STRICT;

CREATE TABLE name_words (
    part TEXT NOT NULL, holders INTEGER NOT NULL, fold TEXT NOT NULL, sound TEXT NOT NULL, PRIMARY KEY (part)
) WITHOUT ROWID, STRICT;

CREATE TABLE name_keys ("key" TEXT NOT NULL, part TEXT NOT NULL, PRIMARY KEY ("key", part)) WITHOUT ROWID, STRICT;
CREATE INDEX name_keys_part ON name_keys (part);

CREATE TABLE name_parts (
    part TEXT NOT NULL, archived INTEGER NOT NULL, role INTEGER NOT NULL, sort_key TEXT NOT NULL,
    number INTEGER NOT NULL, PRIMARY KEY (part, archived, role, sort_key, number),
    FOREIGN KEY(number) REFERENCES people_index (number)
) WITHOUT ROWID, STRICT;
CREATE INDEX name_parts_number ON name_parts (number, part, role);

CREATE TABLE phone_keys (
    "key" TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY ("key", number),
    FOREIGN KEY(number) REFERENCES people_index (number)
) WITHOUT ROWID, STRICT;
CREATE INDEX phone_keys_number ON phone_keys (number);

CREATE TABLE agreed_index (
    number INTEGER NOT NULL, record_id TEXT NOT NULL, person_number INTEGER NOT NULL, PRIMARY KEY (number),
    UNIQUE (record_id), FOREIGN KEY(person_number) REFERENCES people_index (number)
) STRICT;
CREATE INDEX agreed_index_person ON agreed_index (person_number);

CREATE VIRTUAL TABLE agreed_fts USING fts5 (words, tokenize = "unicode61 remove_diacritics 2", prefix = '3 5');

INSERT INTO agreed_fts (agreed_fts, rank) VALUES ('secure-delete', 1)
"""
