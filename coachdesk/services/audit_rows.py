"""The lines of "who looked at what" as they are shown: when, what, who did it, and whose record it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from coachdesk.i18n import _
from coachdesk.interviews import Interview, InterviewState
from coachdesk.services.audit_words import sentence
from coachdesk.services.coaches import coach_names
from coachdesk.services.context import Context
from coachdesk.storage import AuditLine, find_by
from coachdesk.storage.naming import names_of

_ON_PURPOSE = ("sealed.", "circumstance.opened", "hold.opened", "giving.in-spite")
"""Beginnings of codes that tell that something was said in private: no list says of whom (interviews.md 4)."""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line.

    Attributes:
        at: when, in UTC.
        text: what, in a sentence.
        who: the coach who did it, by name; "another coach" where nobody here knows them.
        whose: whose record it was, by name; empty where it is about nobody, where the person is not here any more, and
            where the line tells that something was told in private.
    """

    at: datetime
    text: str
    who: str
    whose: str


def audit_rows(context: Context, connection: Connection, lines: Sequence[AuditLine]) -> tuple[AuditRow, ...]:
    """The lines as rows. While a talk is open, nobody is named but whom it is with."""
    coaches = coach_names(context, connection)
    names = names_of(connection, {each.subject for each in lines})
    talks = {each.person_id for each in find_by(connection, Interview, state=InterviewState.OPEN)}
    return tuple(
        AuditRow(
            line.at,
            sentence(line.code, line.via),
            coaches.get(line.author) or _("Another coach"),
            _whose(line, names, talks),
        )
        for line in lines
    )


def _whose(line: AuditLine, names: Mapping[str, str], talks: set[str]) -> str:
    name = "" if line.code.startswith(_ON_PURPOSE) else names.get(line.subject, "")
    return _("Somebody else") if name and talks and line.subject not in talks else name
