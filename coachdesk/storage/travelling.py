"""A person's rows as they travel in a pack: read from the tables, and read back into records, closely looked at."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from typing import Any, TypeVar, cast, get_args, get_origin

from sqlalchemy import Connection

from coachdesk.commitments.acceptance import Entry, Withdrawal
from coachdesk.commitments.commitment import Commitment, CommitmentFile
from coachdesk.commitments.pasted import Pasted
from coachdesk.commitments.signature import Signature
from coachdesk.diary.appointment import Appointment, ContactRhythm
from coachdesk.handover import Body, Rows
from coachdesk.handover.bodies import values_of
from coachdesk.handover.tables import ONLY_ONE
from coachdesk.interviews.interview import Interview, StoredAnswer
from coachdesk.people.handover import Handover
from coachdesk.people.person import Circumstance, Person
from coachdesk.plans.plan import Action, ActionOutcome, Goal
from coachdesk.records import Record
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.retention import Hold
from coachdesk.slips.slip import Slip
from coachdesk.storage.erasure import records_of
from coachdesk.storage.mapper import canonical, codec_of, hints_of, optional, plain
from coachdesk.storage.reading import find_by
from coachdesk.storage.tables import table_of

R = TypeVar("R", bound=Record)

TRAVELS: tuple[type[Record], ...] = (
    Person,
    Circumstance,
    DiscretionRecord,
    Appointment,
    ContactRhythm,
    Interview,
    StoredAnswer,
    Goal,
    Action,
    ActionOutcome,
    Handover,
    Slip,
    Commitment,
    Entry,
    CommitmentFile,
    Withdrawal,
    Pasted,
    Signature,
    Hold,
)
"""The kinds of record that go with a person, parents before their children."""

_KINDS: Mapping[str, type[Record]] = {table_of(kind).name: kind for kind in TRAVELS}
LONGEST_ROW = 64 * 1024 * 1024
"""Bytes of one row as JSON: no document comes near it."""


def kind_of(table: str) -> type[Record]:
    """The kind of record of a table that travels."""
    return _KINDS[table]


def rows_of(connection: Connection, person_id: str) -> Rows:
    """Everything of a person that travels, by table and id; nothing where the person is not here."""
    found = dict[str, dict[str, Body]]()
    records = (*find_by(connection, Person, id=person_id), *reversed(tuple(records_of(connection, person_id))))
    for kind in TRAVELS:
        theirs = sorted((each for each in records if type(each) is kind), key=lambda each: each.id)
        found[table_of(kind).name] = {each.id: plain(each) for each in theirs}
    return found


def records_from(person_id: str, rows: Rows) -> Mapping[tuple[str, str], Record]:
    """The records of a person that came in a pack, by table and id, parents first; each is as it would be written here.

    Raises ValueError for whatever this vault could not have written itself: another table, field or type, a row of
    somebody else, a row that belongs to nothing that came with it.
    """
    if not set(rows) <= set(_KINDS) or list(rows.get("people", {})) != [person_id]:
        raise ValueError("not the rows of this person")
    found = dict[tuple[str, str], Record]()
    for table, kind in _KINDS.items():
        for key, body in rows.get(table, {}).items():
            record = record_from(kind, body)
            _belongs(record, person_id, rows)
            found[table, key] = record
        _one_of_each(table, rows.get(table, {}))
    return found


def _one_of_each(table: str, bodies: Mapping[str, Body]) -> None:
    names = ONLY_ONE.get(table)
    if names is not None and len({str(values_of(each, names)) for each in bodies.values()}) != len(bodies):
        raise ValueError("two where there can be only one")


def record_from(kind: type[R], body: Body) -> R:
    """The record of a body that `plain` made. ValueError where it made another one, or none."""
    hints = hints_of(kind)
    if set(body) != set(hints):
        raise ValueError("other fields")
    try:
        values = {name: _value(hint, body[name]) for name, hint in hints.items()}
        record = kind(**values)
        same = plain(record) == body and len(canonical(body).encode()) <= LONGEST_ROW
    except (TypeError, KeyError, AttributeError, ArithmeticError, binascii.Error, RecursionError) as error:
        raise ValueError("no value of its type") from error
    if not same or record.version < 1 or record.created_at is None or record.updated_at is None or not record.author:
        raise ValueError("not as it would be written here")
    return record


def _value(hint: Any, kept: Any) -> Any:
    if kept is None:
        if not optional(hint):
            raise ValueError("nothing where there has to be something")
        return None
    inner = next((each for each in get_args(hint) if each is not type(None)), hint) if optional(hint) else hint
    if inner is bytes:
        return base64.b64decode(kept, validate=True)
    value = codec_of(inner).load(kept)
    _fits(value, inner)
    return value


def _fits(value: Any, hint: Any) -> None:
    """ValueError where a value is not of its type: the mapper trusts what was written here, and this was not."""
    if value is None and optional(hint):
        return
    inner = next((each for each in get_args(hint) if each is not type(None)), hint) if optional(hint) else hint
    origin = get_origin(inner) or inner
    if type(value) is not origin:
        raise ValueError("another type")
    _can_be_kept(value)
    if origin is dict and get_args(inner) == (str, str) and not all(type(each) is str for each in value.values()):
        raise ValueError("another type")
    if origin is tuple:
        for each in value:
            _fits(each, get_args(inner)[0])
    elif is_dataclass(origin):
        for name, field in hints_of(cast(type, origin)).items():
            _fits(getattr(value, name), field)


def _can_be_kept(value: Any) -> None:
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise ValueError("a number that no cell holds")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError("no number")
    if isinstance(value, str) and "\0" in value:
        raise ValueError("a sign that nobody types")


def _belongs(record: Record, person_id: str, rows: Rows) -> None:
    owner = getattr(record, "person_id", person_id)
    parents = {"answers": "interviews", "commitment_files": "commitments"}
    parents |= {"action_outcomes": "actions", "commitment_entries": "commitments"}
    parents |= {"commitment_withdrawals": "commitments", "commitment_pasted": "commitments", "signatures": "interviews"}
    table = parents.get(table_of(type(record)).name)
    if owner != person_id:
        raise ValueError("of somebody else")
    if table is None:
        return
    name = {"interviews": "interview_id", "actions": "action_id", "commitments": "commitment_id"}[table]
    if getattr(record, name) not in rows.get(table, {}):
        raise ValueError("belongs to nothing")
