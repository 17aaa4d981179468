"""Issued editions and entries for the tests of the life cycle, and the table of its ways."""

from dataclasses import replace
from datetime import UTC, date, datetime

from coachdesk.commitments import (
    Commitment,
    EndedBecause,
    Entry,
    EntryKind,
    Issued,
    Life,
    OutcomeKind,
    State,
    Withdrawal,
    check_entry,
)
from coachdesk.errors import AppError
from coachdesk.i18n import Language

OFFERED = date(2026, 12, 1)
A, P, T, F, C, E = (State(each) for each in OutcomeKind)
GOES_ON = {
    State.DRAFT: {State.OFFERED},
    State.OFFERED: {A, P, T, F, C, E, State.SUPERSEDED, State.ENDED},
    A: {T, F, State.SUPERSEDED, State.ENDED},
    P: {T, F, State.SUPERSEDED, State.ENDED},
    T: {A, P, T, F, C, E, State.SUPERSEDED, State.ENDED},
    F: {A, P, T, F, C, E, State.SUPERSEDED, State.ENDED},
    C: {A, P, T, F, C, E, State.SUPERSEDED, State.ENDED},
    E: {State.SUPERSEDED, State.ENDED},
    State.SUPERSEDED: set(),
    State.ENDED: {State.SUPERSEDED},
}


def issued(edition: int = 1, *entries: Entry, rests_on: int = 0) -> Issued:
    commitment = Commitment(
        id=f"c{edition}",
        person_id="amira",
        interview_id="i1",
        number="K7M2-14",
        edition=edition,
        issued_at=datetime(2026, 12, 1, 10, 30, tzinfo=UTC),
        language=Language.ENGLISH,
        snapshot="{}",
        digest="",
        stable="",
        rests_on=rests_on,
    )
    return Issued(commitment, entries)


def said(outcome: OutcomeKind, *, on: date = OFFERED, until: date | None = None, reason: str = "") -> Entry:
    return Entry(
        id="e",
        person_id="amira",
        commitment_id="c1",
        kind=EntryKind.REPLY,
        on=on,
        outcome=outcome,
        think_until=until,
        reason=reason,
    )


def noted(kind: EntryKind, *, on: date = OFFERED, until: date | None = None, taken_back: bool = False) -> Entry:
    return Entry(
        id="e",
        person_id="amira",
        commitment_id="c1",
        kind=kind,
        on=on,
        think_until=until,
        taken_back=taken_back,
        ended=EndedBecause.CLAIM_ENDED if kind is EntryKind.ENDED else None,
    )


def withdrawn(one: Issued) -> Issued:
    taken = Withdrawal(
        id="w", person_id="amira", commitment_id="c1", on=OFFERED, reason="It leaked", sealed_snapshot=b""
    )
    return replace(one, withdrawal=taken)


def refused(entry: Entry, life: Life, today: date = OFFERED) -> str:
    try:
        check_entry(entry, life, offered=OFFERED, today=today)
    except AppError as error:
        return error.code
    return ""
