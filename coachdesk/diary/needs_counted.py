"""How many things wait for the coach, in words without a name: for a heading, and for a screen that others can see."""

from collections import Counter
from collections.abc import Iterable

from coachdesk.diary.needs_you import (
    BACKUP,
    CLOCK,
    DECISION,
    ENDING,
    FOLLOW_UP,
    MOST,
    NO_NEXT_STEP,
    OUTCOME,
    PROMISE,
    QUIET,
    REVIEW,
    TIME_OVER,
    UNANSWERED,
    UNFINISHED,
    UNREACHED,
    NeedsYou,
)
from coachdesk.i18n import _, ngettext


def number_of_needs(needs: Iterable[NeedsYou]) -> str:
    """How many things wait: "8", or "208 or more" where a kind has more than are read."""
    how_many = Counter(need.code for need in needs)
    return _said(how_many.total(), more=any(many >= MOST for many in how_many.values()))


def counted_needs(needs: Iterable[NeedsYou]) -> tuple[str, ...]:
    """What waits, in sentences by kind. The last says how many have no next step, also where that is nobody."""
    how_many = Counter(OUTCOME if need.code == UNANSWERED else need.code for need in needs)
    said = tuple(
        text.format(n=_said(how_many[code], more=how_many[code] >= MOST))
        for code, text in _sentences(how_many)
        if how_many[code]
    )
    return said if how_many[NO_NEXT_STEP] else (*said, _("Everybody has a next step."))


def _sentences(how_many: Counter[str]) -> tuple[tuple[str, str], ...]:
    return (
        (
            UNFINISHED,
            ngettext("One interview is not finished.", "{n} interviews are not finished.", how_many[UNFINISHED]),
        ),
        (PROMISE, ngettext("One promise of yours is due.", "{n} promises of yours are due.", how_many[PROMISE])),
        (
            UNREACHED,
            ngettext(
                "One person has not been reached since their appointment.",
                "{n} people have not been reached since their appointments.",
                how_many[UNREACHED],
            ),
        ),
        (
            QUIET,
            ngettext(
                "There was no contact with one person for longer than agreed.",
                "There was no contact with {n} people for longer than agreed.",
                how_many[QUIET],
            ),
        ),
        (
            DECISION,
            ngettext("A decision is due about one person.", "Decisions are due about {n} people.", how_many[DECISION]),
        ),
        (OUTCOME, ngettext("One outcome is missing.", "{n} outcomes are missing.", how_many[OUTCOME])),
        (FOLLOW_UP, ngettext("One follow-up is due.", "{n} follow-ups are due.", how_many[FOLLOW_UP])),
        (ENDING, ngettext("One pause ends soon.", "{n} pauses end soon.", how_many[ENDING])),
        (REVIEW, ngettext("One review is due soon.", "{n} reviews are due soon.", how_many[REVIEW])),
        (CLOCK, _("This computer's clock seems to be wrong.")),
        (BACKUP, _("A backup is overdue.")),
        (TIME_OVER, _("Records are past their time.")),
        (
            NO_NEXT_STEP,
            ngettext("One person has no next step.", "{n} people have no next step.", how_many[NO_NEXT_STEP]),
        ),
    )


def _said(number: int, *, more: bool) -> str:
    return _("{n} or more").format(n=number) if more else str(number)
