"""Everything that is held about one person, as a review copy: to read, and as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.errors import AppError
from coachdesk.i18n import speaking
from coachdesk.interviews import Interview, StoredAnswer
from coachdesk.people import Person
from coachdesk.people.held import FLAGS, STEPS, Flag, Held, Looked, ReviewCopy, flags_of
from coachdesk.records import Record
from coachdesk.services.answers import opened
from coachdesk.services.audit_words import sentence
from coachdesk.services.context import Context
from coachdesk.services.leaving import saved
from coachdesk.storage import Writer, get, table_of
from coachdesk.storage.audit import lines_about
from coachdesk.storage.erasure import records_of
from coachdesk.storage.history import bodies_of
from coachdesk.storage.joining import joinings_of
from coachdesk.storage.mapper import plain
from coachdesk.storage.tables import ANSWERS

FORMAT = 1
"""Of the JSON document: another number where a key means something else."""

_ROLES = {True: "work coach", False: "another work coach"}
_SEALED = ("sealed_value", "sealed_snapshot")
_ALWAYS = ("id", "person_id", "interview_id", "version", "created_at", "updated_at")
_PRIVATE_TABLES = frozenset({"circumstances", "discretions"})


class SubjectAccess:
    """The copy of what is held about a person."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def copy(self, person_id: str, *, private: str = "") -> ReviewCopy:
        """Everything about a person; what was told in private only where `private` gives a reason code, which is audited.

        Raises AppError("storage.not-found") where there is no such person.
        """
        with self._context.database.write() as writer:
            person = get(writer.connection, Person, person_id)
            if private:
                writer.audit(f"sealed.opened.copy-{private}", subject=person_id, record=person_id)
            writer.audit("person.copied", subject=person_id, record=person_id)
            return self._copy(writer, person, private=bool(private))

    def write(self, person_id: str, folder: Path, *, private: str = "") -> tuple[Path, Path]:
        """Save the copy to read and as JSON, under names that tell nothing about the person; both whole.

        That it was made is audited as it is read, that it was saved once it is on the disk.

        Raises:
            AppError: "access.not-allowed" where the organisation allows no files; "documents.cannot-write"; as `copy`.
        """
        from coachdesk.documents.review_copy import review_html

        if not self._context.policy.export_allowed:
            raise AppError("access.not-allowed")
        stem = f"review-copy-{self._context.today():%Y-%m-%d}"
        page, data = folder / f"{stem}.html", folder / f"{stem}.json"

        made = self.copy(person_id, private=private)
        text = json.dumps(as_json(made), ensure_ascii=False, indent=2)

        def record(writer: Writer) -> None:
            get(writer.connection, Person, person_id)  # nothing stays of somebody who was removed meanwhile
            writer.audit("person.copy-saved", subject=person_id, record=person_id)

        saved(self._context.database, {page: review_html(made).encode(), data: text.encode()}, record)
        return page, data

    def _copy(self, writer: Writer, person: Person, *, private: bool) -> ReviewCopy:
        connection = writer.connection
        records = (person, *reversed(tuple(records_of(connection, person.id))))
        own = frozenset(f"{person.full_name} {person.name} {person.paper_name}".casefold().split())
        marks = _Marks(own, self._plain_questions(each for each in records if isinstance(each, Interview)))
        bodies = bodies_of(connection, {person.id, *(each.other_id for each in joinings_of(connection, person.id))})
        return ReviewCopy(
            made_on=self._context.today(),
            person_id=person.id,
            language=person.language,
            with_private=private,
            records=tuple(self._held(each, marks, private=private) for each in records),
            earlier=tuple(_held(table, body, marks, private=private) for table, body in bodies),
            looked=tuple(_looked(self._context, connection, person)),
        )

    def _plain_questions(self, talks: Iterable[Interview]) -> Mapping[str, frozenset[str]]:
        """The questions of each talk, by its id, that are not sensitive; none where its words are not known here."""
        return {
            talk.id: frozenset(
                each.id
                for each in self._context.definition_of(talk).questions()
                if not (each.sensitive or each.sealed or each.only_when_alone)
            )
            for talk in talks
            if self._context.has_words_of(talk)
        }

    def _held(self, record: Record, marks: "_Marks", *, private: bool) -> Held:
        body: Mapping[str, Any] = plain(record)
        if private and isinstance(record, StoredAnswer) and record.sealed_value is not None:
            value, note = opened(self._context, record)
            body = {**body, "value": value, "note": note, "private": True, "sealed_value": None}
        return _held(table_of(type(record)).name, body, marks, private=private)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What marks go by: the words of the person's own names, and of each talk the questions that are not sensitive."""

    own: frozenset[str]
    plain_questions: Mapping[str, frozenset[str]]

    def flags(self, table: str, shown: Mapping[str, Any]) -> tuple[Flag, ...]:
        """Why to look at a record. An answer whose question nobody knows counts as one to a sensitive question.

        How somebody can be reached safely was said to such a question too.
        """
        said = table == ANSWERS.name and bool(shown.get("value") or shown.get("note"))
        plain = self.plain_questions.get(str(shown.get("interview_id")), frozenset())
        sensitive = (said and shown.get("question_id") not in plain) or bool(shown.get("contact_note"))
        return flags_of(shown, self.own, sensitive=sensitive)


def _held(table: str, body: Mapping[str, Any], marks: _Marks, *, private: bool) -> Held:
    sealed = any(body.get(name) is not None for name in _SEALED)
    if (sealed or (body.get("sensitive") and table in _PRIVATE_TABLES)) and not private:
        return Held(table, {name: body[name] for name in _ALWAYS if name in body}, (), kept_back=True)
    shown = {name: value for name, value in body.items() if name not in _SEALED}
    return Held(table, shown, marks.flags(table, shown), kept_back=sealed)


def _looked(context: Context, connection: Connection, person: Person) -> Iterator[Looked]:
    subjects = {person.id, *(each.other_id for each in joinings_of(connection, person.id))}
    with speaking(person.language):
        for line in lines_about(connection, subjects):
            at = local(line.at).isoformat(timespec="minutes")
            words = sentence(line.code, line.via)
            yield Looked(at, line.code, words, line.author == context.info.coach_id, line.via.value)


def as_json(copy: ReviewCopy) -> dict[str, Any]:
    """The copy as one JSON document (docs/what-is-kept.md): in English and codes, whatever the language of the screens."""
    return {
        "review_copy": FORMAT,
        "made_on": copy.made_on.isoformat(),
        "person_id": copy.person_id,
        "language": copy.language.value,
        "with_private": copy.with_private,
        "steps": list(STEPS),
        "flags": {flag.value: words for flag, words in FLAGS.items()},
        "records": [_record(each) for each in copy.records],
        "earlier": [_record(each) for each in copy.earlier],
        "looked": [
            {"at": each.at, "code": each.code, "who": _ROLES[each.own], "from": each.via} for each in copy.looked
        ],
    }


def _record(held: Held) -> dict[str, Any]:
    return {"kept_in": held.table, "flags": list(held.flags), "kept_back": held.kept_back, "fields": dict(held.body)}
