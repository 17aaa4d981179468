"""Three sides of one person's rows: as they were when the two last shared them, as they are here, as they are there.

What only one side changed stands. What both changed in different fields stands side by side. What both changed in the
same field, differently, is a conflict, and only the coach decides it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from coachdesk.handover.bodies import STAMPS, Body, Rows, comparable
from coachdesk.privacy import Privacy


class Outcome(StrEnum):
    """What a comparison of one row, or of one group of its fields, came to."""

    ADDED = "added"  # new there: comes in
    TAKEN = "taken"  # changed there only: comes in
    KEPT = "kept"  # changed here only: stays
    REMOVED = "removed"  # deleted there and not changed here: goes here too
    CONFLICT = "conflict"  # both changed it
    GONE_THERE = "gone_there"  # deleted there, changed here
    GONE_HERE = "gone_here"  # deleted here, changed there
    TWIN = "twin"  # both made one where there can be only one


ASKED = frozenset({Outcome.CONFLICT, Outcome.GONE_THERE, Outcome.GONE_HERE, Outcome.TWIN})
"""The outcomes that the coach decides."""


class Decision(StrEnum):
    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs.

    Attributes:
        key: names it in a decision.
        fields: which fields belong together; empty for a whole row.
        ours: the row here, None where there is none; `theirs` there. Of a twin, each has an id of its own.
    """

    person_id: str
    table: str
    record_id: str
    outcome: Outcome
    fields: tuple[str, ...] = ()
    ours: Body | None = None
    theirs: Body | None = None

    @property
    def key(self) -> str:
        return "/".join((self.table, self.record_id, *self.fields[:1]))

    @property
    def asked(self) -> bool:
        """Whether the coach decides it."""
        return self.outcome in ASKED


_TOGETHER: Mapping[str, tuple[frozenset[str], ...]] = {
    "people": (frozenset({"safe_to_print", "print_asked_on"}), frozenset({"safe_to_send", "send_asked_on"})),
    "answers": (frozenset({"standing", "value", "sealed_value", "sealed_version"}),),
    "actions": (
        frozenset({"by", "every"}),
        frozenset({"state", "let_go_reason"}),
        frozenset({"obstacle", "obstacle_owner"}),
        frozenset({"text", "language"}),
    ),
    "goals": (frozenset({"text", "language"}),),
    "appointments": (
        frozenset({"on", "at", "minutes", "zone"}),
        frozenset({"state", "absence", "moved_to"}),
        frozenset({"channel", "channel_reason", "channel_until"}),
    ),
    "contact_rhythms": (frozenset({"days", "reason"}),),
}
"""Fields that say something only together."""

_NEVER_CHANGED = frozenset({"commitments", "commitment_files", "commitment_entries", "slips", "handovers"})
"""Tables whose rows are added and never changed. A document that was taken back is brought in by its withdrawal."""

NOT_ASKED: Mapping[str, frozenset[str]] = {
    "interviews": frozenset(
        {"step_id", "question_id", "elapsed_seconds", "folded", "brought", "met_before", "rules_version"}
    ),
    "actions": frozenset({"position"}),
    "contact_rhythms": frozenset({"due_on"}),
}
"""Fields of which the newer ones stand, and nobody is asked: the place of a cursor, an order, a day that is counted anew."""

DECIDED_HERE: Mapping[str, frozenset[str]] = MappingProxyType({"holds": frozenset({"lifted_on"})})
"""Fields that nobody else changes here unasked: whoever lifted a hold there may not know what it is for."""

ONLY_ONE: Mapping[str, tuple[str, ...]] = {
    "answers": ("interview_id", "question_id"),
    "contact_rhythms": ("person_id",),
    "signatures": ("interview_id", "signer"),
    "commitments": ("number", "edition"),
    "commitment_withdrawals": ("commitment_id",),
}
"""By table: there can be only one row with these values, whatever its id."""

_PARENTS = ("interview_id", "action_id", "commitment_id")


def compare(
    person_id: str, base: Rows, ours: Rows, theirs: Rows, gone: frozenset[tuple[str, str]]
) -> tuple[Difference, ...]:
    """Everything that differs, table by table in the order of `ours`.

    Args:
        person_id: whose rows they are.
        base: the rows that both sides had; empty where they never shared any.
        ours: the rows here, with the same left out as in `theirs`.
        theirs: the rows there.
        gone: what was deleted there since, as table and id: what is only missing was not deleted.
    """
    was, here, there = comparable(base), comparable(ours), comparable(theirs)
    found = list[Difference]()
    for table in dict.fromkeys((*ours, *theirs)):
        of_table = _Table(person_id, table, was.get(table, {}), here.get(table, {}), there.get(table, {}))
        whole = (ours.get(table, {}), theirs.get(table, {}))
        found += [_with_bodies(each, *whole) for each in of_table.differences(gone, _referred(here))]
    return tuple(found)


def _with_bodies(each: Difference, ours: Mapping[str, Body], theirs: Mapping[str, Body]) -> Difference:
    """The difference with the real rows in it."""
    mine = ours.get(each.ours["id"]) if each.ours is not None else None
    return replace(each, ours=mine, theirs=theirs.get(each.record_id))


def _referred(rows: Rows) -> frozenset[str]:
    """The ids that other rows belong to."""
    return frozenset(
        body[name] for bodies in rows.values() for body in bodies.values() for name in _PARENTS if body.get(name)
    )


@dataclass(frozen=True, slots=True)
class _Table:
    person_id: str
    name: str
    was: Mapping[str, Body]
    here: Mapping[str, Body]
    there: Mapping[str, Body]

    def differences(self, gone: frozenset[tuple[str, str]], referred: frozenset[str]) -> Iterator[Difference]:
        for key, theirs in self.there.items():
            ours, was = self.here.get(key), self.was.get(key)
            if ours is not None:
                yield from self._both(key, was, ours, theirs)
            elif was is None:
                yield from self._new(key, theirs)
            elif fields_of(was) != fields_of(theirs):
                yield self._whole(key, Outcome.GONE_HERE)
        for key, ours in self.here.items():
            was = self.was.get(key)
            if key in self.there or was is None:
                continue
            if (self.name, key) in gone and key not in referred:
                same = fields_of(was) == fields_of(ours)
                yield self._whole(key, Outcome.REMOVED if same else Outcome.GONE_THERE)

    def _both(self, key: str, was: Body | None, ours: Body, theirs: Body) -> Iterator[Difference]:
        if self.name in _NEVER_CHANGED:
            return
        for fields in _groups(self.name, ours):
            mine, new = values_of(ours, fields), values_of(theirs, fields)
            before = None if was is None else values_of(was, fields)
            if mine == new:
                continue
            if mine == before or set(fields) <= NOT_ASKED.get(self.name, frozenset()):
                later = mine == before or str(theirs["updated_at"]) > str(ours["updated_at"])
                outcome = Outcome.TAKEN if later else Outcome.KEPT
                if later and set(fields) <= DECIDED_HERE.get(self.name, frozenset()):
                    outcome = Outcome.CONFLICT
            else:
                outcome = Outcome.KEPT if new == before else Outcome.CONFLICT
            yield Difference(
                person_id=self.person_id,
                table=self.name,
                record_id=key,
                outcome=outcome,
                fields=fields,
                ours=ours,
                theirs=theirs,
            )

    def _new(self, key: str, theirs: Body) -> Iterator[Difference]:
        wanted = values_of(theirs, ONLY_ONE.get(self.name, ()))
        twins = [each for each in self.here.values() if wanted and values_of(each, ONLY_ONE[self.name]) == wanted]
        if not twins:
            yield self._whole(key, Outcome.ADDED)
        elif self.name != "commitment_withdrawals":  # that both took a document back says the same
            yield self._whole(key, Outcome.TWIN, ours=twins[0])

    def _whole(self, key: str, outcome: Outcome, ours: Body | None = None) -> Difference:
        mine = ours if ours is not None else self.here.get(key)
        return Difference(
            person_id=self.person_id,
            table=self.name,
            record_id=key,
            outcome=outcome,
            ours=mine,
            theirs=self.there.get(key),
        )


def _groups(table: str, body: Body) -> Iterator[tuple[str, ...]]:
    """The fields of a row, those together that say something only together."""
    left = [name for name in body if name not in STAMPS]
    together = (*_TOGETHER.get(table, ()), *((NOT_ASKED[table],) if table in NOT_ASKED else ()))
    for group in together:
        yield tuple(name for name in left if name in group)
    grouped = frozenset[str]().union(*together)
    yield from ((name,) for name in left if name not in grouped)


def values_of(body: Body, fields: tuple[str, ...]) -> list[Any]:
    """The values of these fields."""
    return [body.get(name) for name in fields]


def fields_of(body: Body) -> dict[str, Any]:
    """A row without the stamps that every row carries."""
    return {name: value for name, value in body.items() if name not in STAMPS}


def merged(ours: Body, was: Body | None, theirs: Body, fields: tuple[str, ...]) -> dict[str, Any]:
    """Our row with these fields of theirs. If-then plans between us that they never had stay.

    Args:
        ours: our row as it is, with nothing left out.
        was: the row that both had, or None.
        theirs: their row.
        fields: what is taken from it.
    """
    found = dict(ours) | {name: theirs[name] for name in fields}
    if "if_then" in fields:
        had = (*theirs["if_then"], *(was or {}).get("if_then", ()))
        secret = (each for each in ours["if_then"] if each["privacy"] == Privacy.BETWEEN_US)
        found["if_then"] = [*theirs["if_then"], *(each for each in secret if each not in had)]
    return found
