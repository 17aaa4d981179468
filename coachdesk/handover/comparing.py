"""Three sides of one person's rows: as they were when the two last shared them, as they are here, as they are there.

What only one side changed stands. What both changed in different fields stands side by side. What both changed in the
same field, differently, is a conflict, and only the coach decides it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from coachdesk.handover.bodies import Body, Rows, comparable, fields_of, values_of
from coachdesk.handover.tables import DECIDED_HERE, NEVER_CHANGED, NOT_ASKED, ONLY_ONE, fields_together
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
        if self.name in NEVER_CHANGED:
            return
        for fields in fields_together(self.name, ours):
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
