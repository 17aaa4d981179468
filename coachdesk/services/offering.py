"""What a new edition takes from the interview that it was made in, and from the editions before it."""

from collections.abc import Callable, Iterator
from datetime import date

from coachdesk.commitments import (
    TO_THINK_ABOUT,
    Commitment,
    Entry,
    EntryKind,
    Issued,
    Since,
    Source,
    life_of,
    since,
    way_of,
)
from coachdesk.plans import Action


def said_at_issue(source: Source, commitment: Commitment, *, on: date, new_id: Callable[[], str]) -> tuple[Entry, ...]:
    """What the person said to it before it was issued, as the document itself says it; nothing where nobody asked."""
    entries = []
    if source.outcome is not None:
        entries.append(
            Entry(
                id=new_id(),
                person_id=source.person.id,
                commitment_id=commitment.id,
                kind=EntryKind.REPLY,
                on=on,
                outcome=source.outcome,
                way=way_of(source.outcome, source.channel),
                think_until=source.think_until if source.outcome in TO_THINK_ABOUT else None,
                explained_how=source.explained_how,
                present=source.present,
            )
        )
    if source.second_opinion:
        entries.append(
            Entry(
                id=new_id(),
                person_id=source.person.id,
                commitment_id=commitment.id,
                kind=EntryKind.SECOND_OPINION,
                on=on,
                second_opinion_explained=True,
            )
        )
    return tuple(entries)


def own_number(before: tuple[Issued, ...], short_id: str) -> tuple[Issued, ...]:
    """The editions of the number that a vault's next one will have, the first one first; none before the first."""
    mine = [each for each in before if each.commitment.number.startswith(f"{short_id}-")]
    newest = max(mine, key=_made, default=None)
    return tuple(each for each in mine if newest and each.commitment.number == newest.commitment.number)


def accepted_before(editions: tuple[Issued, ...]) -> Iterator[tuple[str, int]]:
    """Stable layer and accepted edition of each earlier edition, oldest first; nothing rests on what has ended."""
    for each in editions:
        life = life_of(each.commitment.edition, editions)
        yield each.commitment.stable, 0 if life.ended_on else life.accepted_edition


def since_last(editions: tuple[Issued, ...], actions: tuple[Action, ...]) -> Since | None:
    """The newest edition that was not withdrawn, to compare a new one with; None where there is none."""
    kept = [each.commitment for each in editions if not each.commitment.is_withdrawn]
    return since(kept[-1].edition, kept[-1].snapshot, actions) if kept else None


def _made(issued: Issued) -> str:
    return issued.commitment.id
