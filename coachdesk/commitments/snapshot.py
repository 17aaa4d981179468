"""The frozen text of an issued commitment: what it says in every language, and what it was made from.

It is enough to make every format in every language again, years later, in the words of its day.
"""

import json
from dataclasses import is_dataclass, replace
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from coachdesk import __version__
from coachdesk.commitments.builder import build
from coachdesk.commitments.difference import actions_on_paper
from coachdesk.commitments.document import CommitmentDocument
from coachdesk.commitments.since import Since
from coachdesk.commitments.source import Source
from coachdesk.i18n import Language
from coachdesk.privacy import Printable, Privacy, as_issued
from coachdesk.records import Record


def snapshot(source: Source, since: Since | None = None) -> str:
    """Canonical JSON: sorted keys, no spaces. The same source gives the same text.

    The document stands in it in every language, with what is different since another edition where one is named; records
    are named by id and version, and the actions once more in the order of the paper. Words that are not for paper are in
    neither part, so that erasing them later erases them. The finding is there in its shown form (`Basis`): no sealed
    matter has a name or a day in it.
    """
    plan = source.plan
    paper_goals = [_named(goal) for goal in plan.wanted if goal.privacy is Privacy.PAPER]
    paper_actions = [_named(action) for action in plan.open if action.privacy is Privacy.PAPER]
    made_from = {
        "person": _named(source.person),
        "interview": source.interview_id,
        "goals": paper_goals,
        "actions": paper_actions,
        "on_paper": actions_on_paper(plan),
        "next_meeting": None if source.next_meeting is None else _named(source.next_meeting),
        "outcome": source.outcome,
        "second_opinion": source.second_opinion,
        "think_until": None if source.think_until is None else source.think_until.isoformat(),
        "adopted": source.adopted,
        "author": source.author,
        "rules": source.rules_version,
        "formats": source.formats,
        "finding": _plain(source.basis),
        "wording": {"version": __version__, "language": source.language},
    }
    documents = {language: _plain(build(replace(source, language=language), since)) for language in Language}
    whole = {"documents": documents, "language": source.language, "made_from": made_from}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def document_of(text: str, language: Language) -> CommitmentDocument:
    """The document of a snapshot in one of its languages, word for word as it was issued.

    Raises:
        KeyError: where the snapshot does not have this language.
    """
    document: CommitmentDocument = _made(CommitmentDocument, json.loads(text)["documents"][language])
    return document


def _named(record: Record) -> dict[str, str | int]:
    return {"id": record.id, "version": record.version}


def _plain(value: object) -> object:
    """The value in JSON types: a printable word as its text, a date in ISO 8601."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Printable):
        return _plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value


def _made(kind: Any, value: Any) -> Any:
    """The value of a type from its JSON: the inverse of `_plain`."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Printable:
        return as_issued(value)
    if origin in {Union, UnionType}:  # "Words | None" is the one, "bytes | None" the other
        return None if value is None else _made(arguments[0], value)
    if origin is tuple:
        return tuple(_made(arguments[0], each) for each in value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _made(hints[name], part) for name, part in value.items()})
    return date.fromisoformat(value) if kind is date else kind(value)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
