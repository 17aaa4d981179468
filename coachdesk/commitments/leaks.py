"""Words on the paper that were to stay off it.

The builder cannot print what is not for paper. What it cannot know is that the same words stand in a line that is: typed
twice, or the name of the town in a goal. So the finished document is read once more, as a stranger would read it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from coachdesk.commitments.builder import build
from coachdesk.commitments.document import CommitmentDocument
from coachdesk.commitments.source import Source
from coachdesk.commitments.strings import strings_of
from coachdesk.people.box import INSURANCE_NUMBER
from coachdesk.plans.plan import Action, Goal, Plan
from coachdesk.privacy import Privacy

_ENOUGH_WORDS = 4
_ENOUGH_DIGITS = 7
_NO_DATE = r"(?<!\d )"  # "4 May" is a day, whatever the coach is called


def leaking_lines(document: CommitmentDocument, source: Source, never: Iterable[str] = ()) -> tuple[str, ...]:
    """The lines of the document that hold words which must stay off paper, each once, in reading order.

    Args:
        document: as it would be issued.
        source: what it was made from.
        never: further texts that may not be printed: sealed answers that are open now, answers that are never printed,
            private notes. A text of fewer than four words proves nothing, so it is not looked for.
    """
    lines = tuple(dict.fromkeys(strings_of(document)))
    printed = {_bare(line) for line in lines}
    kept = {_bare(text) for text in (*_not_for_paper(source.plan), source.person.contact_note, *never)}
    kept = {text for text in kept if len(text.split()) >= _ENOUGH_WORDS and text not in printed}
    hidden = _hidden_names(source)
    ours = frozenset(strings_of(build(replace(source, plan=Plan(), language=document.language)))) if hidden else ()
    return tuple(
        line
        for line in lines
        if any(f" {text} " in f" {_bare(line)} " for text in kept)
        or _has_number(line, source.person.phone)
        or INSURANCE_NUMBER.search(line)
        or (line not in ours and any(name.search(line) for name in hidden))
    )


def _not_for_paper(plan: Plan) -> Iterator[str]:
    for goal in plan.goals:
        yield from _of_goal(goal)
    for action in plan.actions:
        yield from _of_action(action)


def _of_goal(goal: Goal) -> Iterator[str]:
    yield goal.why_not_lower
    if goal.privacy is not Privacy.PAPER:
        yield from (goal.text, goal.why)


def _of_action(action: Action) -> Iterator[str]:
    yield from (action.if_cannot, action.kept_because)
    if action.privacy is not Privacy.PAPER:
        yield from (action.text, action.obstacle, action.reason)
    for plan in action.if_then:
        if Privacy.PAPER is not plan.privacy or action.privacy is not Privacy.PAPER:
            yield from (plan.when, plan.then)


def _hidden_names(source: Source) -> tuple[re.Pattern[str], ...]:
    """Where a safe address is set: the site's name, and the coach's names after the first (interviews.md 4).

    They are looked for in what people wrote. Our own lines hold neither, but a coach may be called May or Page, or have
    the person's own surname, and nobody could change those lines. For the same reason a coach's name counts with its
    capitals only, and the site's name however somebody wrote it.
    """
    if not source.person.safe_address:
        return ()
    site = r"\s+".join(map(re.escape, source.site.split()))
    places = [re.compile(rf"\b{site}\b", re.IGNORECASE)] if site else []
    names = (re.compile(rf"{_NO_DATE}\b{re.escape(name)}\b") for name in source.coach_name.split()[1:])
    return (*places, *names)


def _has_number(line: str, phone: str) -> bool:
    wanted = re.sub(r"\D", "", phone)
    return len(wanted) >= _ENOUGH_DIGITS and wanted in re.sub(r"[\s().-]", "", line)


def _bare(text: str) -> str:
    """The words of a text, so that case, spacing and points make no difference."""
    return " ".join(re.findall(r"\w+", text.casefold()))
