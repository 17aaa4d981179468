"""The four things that can stop a document from being issued (interviews.md 11). Everything else is a note."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from coachdesk.commitments.document import CommitmentDocument
from coachdesk.commitments.leaks import leaking_lines
from coachdesk.commitments.source import Source
from coachdesk.diary.appointment import Appointment
from coachdesk.diary.states import TO_COME
from coachdesk.i18n import _
from coachdesk.plans.flag import Flag, Flagged, FlagKind
from coachdesk.plans.plan import Plan
from coachdesk.privacy import Privacy

PAUSE = "stop.pause"
LEAK = "stop.leak"
CHECKS = "stop.checks"
NO_NEXT_STEP = "stop.no-next-step"


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a document cannot be issued: one of the four codes, and what to do, for the coach.

    Attributes:
        lines: what exactly stands in the way, where that are several things: each a whole sentence.
    """

    code: str
    text: str
    lines: tuple[str, ...] = ()


def stops(
    document: CommitmentDocument,
    source: Source,
    flags: Flagged,
    *,
    today: date,
    never: Iterable[str] = (),
    ended_kindly: bool = False,
) -> tuple[Stop, ...]:
    """Everything that stands in the way of issuing; empty where nothing does.

    Args:
        document: as it would be issued.
        source: what it was made from.
        flags: of its plan; a sealed matter is neutral in them.
        today: the day of issue.
        never: further texts that may not be printed (see `leaking_lines`).
        ended_kindly: something was said that ends the ordinary meeting (reg. 16(2)): nothing is asked of this person.
    """
    return (
        *(_end() if ended_kindly else _pause(source.plan, flags)),
        *_leaks(document, source, never),
        *_next_step(source, today),
    )


def has_next_step(plan: Plan, next_meeting: Appointment | None, today: date) -> bool:
    """A next step is a meeting to come, or an open action of anybody's that is dated today or later."""
    if next_meeting is not None and next_meeting.state in TO_COME and next_meeting.on >= today:
        return True
    return any(action.by is not None and action.by >= today for action in plan.open)


def _end() -> Iterator[Stop]:
    """Why the meeting ended is never said."""
    yield Stop(PAUSE, _("The meeting ended kindly. Nothing is asked of this person, so nothing is given out today."))


def failed_checks(checks: str) -> Stop:
    """The fourth, which shows only when the file is made; `checks` are the codes of those that it failed."""
    sentence = _("The document failed its checks ({checks}). It cannot be given out as it is.")
    return Stop(CHECKS, sentence.format(checks=checks))


def _pause(plan: Plan, flags: Flagged) -> Iterator[Stop]:
    """What is asked for and cannot be asked for today, whether or not it is on the paper."""
    found = [(action, flag) for action in plan.asked for flag in flags.of(action.id) if flag.kind is FlagKind.MUST]
    if not found:
        return
    lines = (_("“{action}”: {why}").format(action=action.text, why=flag.cited) for action, flag in found)
    yield Stop(PAUSE, _pause_words(flag for _action, flag in found), tuple(lines))


def _pause_words(found: Iterable[Flag]) -> str:
    if all(flag.code == "flag.pause" for flag in found):
        return _(
            "A statutory pause is recorded, and something is marked to be recorded as a requirement. Mark it as "
            "chosen freely, or let it go."
        )
    return _(
        "Something is marked to be recorded as a requirement that cannot be asked for today. Mark it as chosen "
        "freely, or let it go."
    )


def _leaks(document: CommitmentDocument, source: Source, never: Iterable[str]) -> Iterator[Stop]:
    if _nothing_for_paper(source.plan):
        yield Stop(LEAK, _("All of this stays between you, so there is nothing that may be given out."))
    for line in leaking_lines(document, source, never):
        yield Stop(LEAK, _("Words that must stay off paper stand in this line: “{line}”. Change it.").format(line=line))


def _next_step(source: Source, today: date) -> Iterator[Stop]:
    if not has_next_step(source.plan, source.next_meeting, today):
        yield Stop(NO_NEXT_STEP, _("There is no next step. Agree a meeting, or give one action of anybody's a date."))


def _nothing_for_paper(plan: Plan) -> bool:
    """There is a plan, and all of it stays between the two: then the paper itself would tell."""
    privacies = {each.privacy for each in plan.wanted} | {each.privacy for each in (*plan.asked, *plan.chosen)}
    return privacies == {Privacy.BETWEEN_US}
