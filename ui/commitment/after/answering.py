"""An answer as it is typed, what is wrong with it, and the entry that comes of it."""

from dataclasses import dataclass, replace
from datetime import date

from coachdesk.commitments import TO_THINK_ABOUT, Entry, ExplainedHow, OutcomeKind, Presence, Role, Way
from coachdesk.i18n import _
from coachdesk.interviews import as_date
from ui.commitment.after.state import AfterState
from ui.kit.date_field import DateValue


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedAnswer:
    """The fields as they stand, in the value shapes of the kit."""

    outcome: str = ""
    on: DateValue = ""
    way: str = ""
    think_until: DateValue = ""
    asked_who: str = ""
    explained_how: str = ""
    explained_by: str = ""
    second_opinion_explained: bool = False
    present: tuple[str, ...] = ()
    language: str = ""
    reason: str = ""


def begun(after: AfterState, language: str) -> TypedAnswer:
    """The fields before anybody has typed: said today, as it was before. `language`: that of the person's interpreter."""
    entry = after.answer
    until = after.life.think_until or after.proposed
    spoken = [each.language for each in entry.present if each.language]
    return TypedAnswer(
        on=entry.on.isoformat(),
        way=entry.way.value if entry.way else "",
        think_until=until.isoformat(),
        explained_how=entry.explained_how.value if entry.explained_how else "",
        explained_by=entry.explained_by,
        second_opinion_explained=entry.second_opinion_explained,
        present=tuple(each.role.value for each in entry.present),
        language=spoken[0] if spoken else language,
    )


def thinks(typed: TypedAnswer) -> bool:
    """Whether the answer leaves something to think about."""
    return bool(typed.outcome) and OutcomeKind(typed.outcome) in TO_THINK_ABOUT


def puts_right(after: AfterState, typed: TypedAnswer) -> bool:
    """Whether it puts an earlier one right, and so takes a reason."""
    return bool(typed.outcome) and after.puts_right(OutcomeKind(typed.outcome))


def problems_of(after: AfterState, typed: TypedAnswer, today: date) -> dict[str, str]:
    """What has to be put right before it can be recorded, by field."""
    problems = {}
    on = as_date(typed.on)
    if not typed.outcome:
        problems["outcome"] = _("Choose what they say.")
    if on is None:
        problems["on"] = _("Enter a day that there is, such as 1 12 2026.")
    elif on > today:
        problems["on"] = _("That day is still to come.")
    if thinks(typed) and typed.think_until and as_date(typed.think_until) is None:
        problems["think_until"] = _("Enter a day that there is, or leave all three empty.")
    if puts_right(after, typed) and not typed.reason.strip():
        problems["reason"] = _("Say why in one line; it is never printed.")
    return problems


def entry_of(after: AfterState, typed: TypedAnswer) -> Entry:
    """The entry; what was typed has no problem any more."""
    outcome = OutcomeKind(typed.outcome)
    return replace(
        after.answer,
        outcome=outcome,
        on=as_date(typed.on) or after.answer.on,
        way=Way(typed.way) if typed.way else None,
        think_until=as_date(typed.think_until) if thinks(typed) else None,
        asked_who=typed.asked_who.strip() if outcome is OutcomeKind.COULD_NOT_DECIDE_TODAY else "",
        explained_how=ExplainedHow(typed.explained_how) if typed.explained_how else None,
        explained_by=typed.explained_by.strip(),
        second_opinion_explained=typed.second_opinion_explained,
        present=tuple(_presence(Role(each), typed.language.strip()) for each in typed.present),
        reason=typed.reason.strip() if puts_right(after, typed) else "",
    )


def _presence(role: Role, language: str) -> Presence:
    return Presence(role, language if role is Role.INTERPRETER else "")
