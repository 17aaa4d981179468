"""From what is recorded about a person to the facts that a finding is made from. Pure.

What was said in an interview counts from the day of that interview, a circumstance from the day it was noted, a decision
from the day it was taken: so the facts of an earlier day are those that were known then.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from coachdesk.interviews import Answers
from coachdesk.people.circumstances import in_force
from coachdesk.people.person import Circumstance, Nation
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.draft import Draft
from coachdesk.requirements.facts import DiscretionDecision, Facts
from coachdesk.requirements.from_answers import EVERY_TIME, READERS, group_of
from coachdesk.requirements.from_circumstances import WRITERS
from coachdesk.requirements.noted import Noted
from coachdesk.requirements.questions import Feed, given

ENOUGH: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pregnancy": ("expected_confinement", "confined_on"),
        "fostering": ("relation",),
        "bereavement": ("starts_on",),
        "court": ("starts_on", "ends_on"),
        "public_duty": ("starts_on", "ends_on"),
        "treatment_abroad": ("starts_on", "ends_on"),
        "child_distress": ("starts_on",),
        "structured_recovery": ("starts_on",),
        "custody": ("custody", "starts_on", "ends_on"),
        "volunteering": ("hours",),
        "agreed_time": ("hours",),
    }
)
"""Fields by kind of circumstance of which one has to be known before the circumstance says all that it can."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said in one interview.

    Attributes:
        on: the local day of the interview.
        feeds: the questions of its definition that feed facts.
    """

    on: date
    feeds: tuple[Feed, ...]
    answers: Answers


@dataclass(frozen=True, slots=True)
class Recorded:
    """All that is recorded about one person.

    Attributes:
        said: of every interview, the newest first.
    """

    date_of_birth: date | None = None
    nation: Nation | None = None
    said: tuple[Said, ...] = ()
    noted: tuple[Noted, ...] = ()
    decisions: tuple[DiscretionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """Facts, and the circumstances that would say more if their dates were known."""

    facts: Facts
    undated: tuple[Circumstance, ...] = ()


def gather(recorded: Recorded, on: date) -> Gathered:
    """The facts of a day from what was recorded by then."""
    draft = Draft(on)
    if recorded.date_of_birth is not None:
        draft.claimant.single["date_of_birth"] = recorded.date_of_birth
    _read(draft, (said for said in recorded.said if said.on <= on))
    live = _live(recorded.noted, on)
    for kind, write in WRITERS.items():
        for noted in live.get(kind, ()):
            write(draft, noted)
    return Gathered(draft.done(recorded.nation, _decided(recorded.decisions, on)), tuple(_undated(live, on)))


def _read(draft: Draft, every: Iterable[Said]) -> None:
    read: set[str] = set()
    for said in every:
        groups: dict[str, dict[str, object]] = {}
        for fact, value in given(said.feeds, said.answers):
            group, part = group_of(fact)
            groups.setdefault(group, {})[part] = value
        for group, values in groups.items():
            if group in READERS and group not in read and READERS[group](draft, values, said.on):
                read |= {group} - EVERY_TIME


def _live(noted: Iterable[Noted], on: date) -> dict[str, list[Noted]]:
    """What was noted by the day and is not over, by kind, the earliest first.

    One without dates is taken to be the same as one of its kind whose dates are known.
    """
    found: dict[str, list[Noted]] = {}
    for each in sorted(noted, key=lambda each: (each.starts or each.on, each.on, each.circumstance.id)):
        if each.on <= on and (each.ends is None or on <= each.ends):
            found.setdefault(each.circumstance.kind, []).append(each)
    for kind, every in found.items():
        known = [each for each in every if _says_enough(each.circumstance)]
        found[kind] = known or every[-1:]
    return found


def _undated(live: Mapping[str, list[Noted]], on: date) -> Iterator[Circumstance]:
    for every in live.values():
        for each in every:
            if in_force(each.circumstance, on) and not _says_enough(each.circumstance):
                yield each.circumstance


def _says_enough(circumstance: Circumstance) -> bool:
    names = ENOUGH.get(circumstance.kind, ())
    return not names or any(_known(circumstance, name) for name in names)


def _known(circumstance: Circumstance, name: str) -> bool:
    if name in {"starts_on", "ends_on"}:
        return (circumstance.starts_on if name == "starts_on" else circumstance.ends_on) is not None
    return circumstance.detail.get(name) not in {None, ""}


def _decided(records: Iterable[DiscretionRecord], on: date) -> tuple[DiscretionDecision, ...]:
    """The newest decision about each easement: it stands in the place of those before it, however long they ran."""
    newest: dict[str, DiscretionRecord] = {}
    for each in sorted(records, key=lambda each: (each.on, each.id)):
        if each.on <= on:
            newest[each.easement_id] = each
    return tuple(
        DiscretionDecision(id=each.easement_id, decided=each.decided, on=each.on, until=each.until, reason=each.reason)
        for each in newest.values()
    )
