"""Two records of one person become one, and two again: which values stay; pure, from two people.

What protects somebody is never chosen away: of a safe address, of what was said about having papers, of a contact note
and of needs, the more careful one stays whatever the coach chooses.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from coachdesk.people.person import Need, Person, Safe
from coachdesk.records import Record

CHOSEN = (
    "given_name",
    "family_name",
    "preferred_name",
    "paper_name",
    "date_of_birth",
    "language",
    "nation",
    "phone",
    "interpreter_language",
)
"""Where two records differ in one of these, the coach says which is right."""

SAFER = (
    "needs",
    "contact_note",
    "safe_address",
    "safe_to_print",
    "print_asked_on",
    "safe_to_send",
    "send_asked_on",
    "private_card_due",
)
"""Of these the more careful one stays."""

_CAREFUL = (Safe.NO, Safe.NOT_ASKED, Safe.YES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining(Record):
    """That a record was joined to another one of the same person, with all that is needed to take them apart again.

    Attributes:
        person_id: whose record stays.
        other_id: of the person whose record it was joined from; there is no such person while they are joined.
        before, after: the person whose record stays, as they were and as they became.
        other: the person of the other record, as they were.
        moved: the ids of everything that came from the other record.
        aside: what could not stand beside what there was, such as a second agreement about contact: by the names of
            tables, the records as JSON.
    """

    person_id: str
    other_id: str
    before: Person
    after: Person
    other: Person
    moved: tuple[str, ...] = ()
    aside: dict[str, Any] = field(default_factory=dict)


def proposed(keep: Person, other: Person) -> frozenset[str]:
    """The fields of which only the other record says anything: its value is taken unless the coach wants otherwise."""
    return frozenset(name for name in CHOSEN if getattr(other, name) and not getattr(keep, name))


def joined(keep: Person, other: Person, taken: Collection[str]) -> Person:
    """The person whose record stays, with the values `taken` from the other one and the more careful of both.

    Whoever is on the caseload with one of the records stays on it.

    Raises:
        ValueError: where something is to be taken that is not for choosing.
    """
    if not set(taken) <= set(CHOSEN):
        raise ValueError("only some fields are for choosing")
    paper = _safe((keep.safe_to_print, keep.print_asked_on), (other.safe_to_print, other.print_asked_on))
    post = _safe((keep.safe_to_send, keep.send_asked_on), (other.safe_to_send, other.send_asked_on))
    return replace(
        keep,
        **{name: getattr(other, name) for name in taken},
        needs=tuple(need for need in Need if need in {*keep.needs, *other.needs}),
        contact_note=_both(keep.contact_note, other.contact_note),
        safe_address=keep.safe_address or other.safe_address,
        safe_to_print=paper[0],
        print_asked_on=paper[1],
        safe_to_send=post[0],
        send_asked_on=post[1],
        private_card_due=keep.private_card_due or other.private_card_due,
        archived_at=keep.archived_at if other.archived_at else None,
    )


def parted(now: Person, joining: Joining) -> Person:
    """The person whose record stayed, once the records are two again: as before, but for what was changed since.

    Where something of the person was changed since, nobody knows whom what protects them is about: it stays.
    """
    after, before = joining.after, joining.before
    names = (*CHOSEN, "archived_at", *(SAFER if now.version == after.version else ()))
    same = [name for name in names if getattr(now, name) == getattr(after, name)]
    return replace(now, **{name: getattr(before, name) for name in same})


def came_along(joinings: Iterable[Joining], record_id: str) -> bool:
    """Whether something came from a record that was joined to the one where it is now."""
    return any(record_id in each.moved for each in joinings)


def _safe(one: tuple[Safe, date | None], other: tuple[Safe, date | None]) -> tuple[Safe, date | None]:
    """The more careful answer; of two days, that of a *no* is the later and that of a *yes* the earlier one."""
    said = min(one[0], other[0], key=_CAREFUL.index)
    days = [on for answer, on in (one, other) if answer is said and on is not None]
    if said is Safe.NOT_ASKED or not days:
        return said, None
    return said, max(days) if said is Safe.NO else min(days)


def _both(one: str, other: str) -> str:
    """Two notes, one below the other; once where one holds the other."""
    if one in other or other in one:
        return max(one, other, key=len)
    return f"{one}\n{other}"
