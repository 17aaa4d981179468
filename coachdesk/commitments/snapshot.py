"""The frozen text of an issued commitment: what it says, and which versions of which records it was made from."""

import json
from dataclasses import fields, is_dataclass
from datetime import date

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.commitments.source import Source
from coachdesk.privacy import Printable, Privacy
from coachdesk.records import Record


def snapshot(document: CommitmentDocument, source: Source) -> str:
    """Canonical JSON: sorted keys, no spaces. The same document and records give the same text.

    Records are named by id and version. Words that are not for paper are in neither part, so that erasing them later
    erases them.
    """
    plan = source.plan
    paper_goals = [_named(goal) for goal in plan.wanted if goal.privacy is Privacy.PAPER]
    paper_actions = [_named(action) for action in plan.open if action.privacy is Privacy.PAPER]
    made_from = {
        "person": _named(source.person),
        "interview": source.interview_id,
        "goals": paper_goals,
        "actions": paper_actions,
        "next_meeting": None if source.next_meeting is None else _named(source.next_meeting),
        "outcome": source.outcome,
        "second_opinion": source.second_opinion,
        "think_until": None if source.think_until is None else source.think_until.isoformat(),
        "adopted": source.adopted,
    }
    whole = {"document": _plain(document), "made_from": made_from}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _named(record: Record) -> dict[str, str | int]:
    return {"id": record.id, "version": record.version}


def _plain(value: object) -> object:
    """The value in JSON types: a printable word as its text, a date in ISO 8601."""
    if isinstance(value, Printable):
        return _plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
