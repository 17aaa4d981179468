"""What the parts of a person's screen say, in lines."""

from collections.abc import Sequence

from coachdesk.clock import local
from coachdesk.commitments import life_words
from coachdesk.diary import LABELS, way
from coachdesk.i18n import _, clock_time, ngettext, short_date
from coachdesk.people.joining import came_along
from coachdesk.plans import Action
from coachdesk.plans.labels import RHYTHMS
from coachdesk.services import PersonFile
from ui.kit import Row
from ui.people.person_state import PersonState


def timeline_rows(file: PersonFile) -> tuple[Row, ...]:
    """The history, newest first: the day and what was."""
    return tuple(
        Row(str(number), (short_date(local(line.at).date()), line.text)) for number, line in enumerate(file.timeline)
    )


def commitment_rows(file: PersonFile) -> tuple[Row, ...]:
    """Issued commitments: number, day, where each stands."""
    return tuple(
        Row(
            each.id,
            (
                _("{number}, edition {edition}").format(number=each.number, edition=each.edition),
                _("Issued {day}").format(day=short_date(local(each.issued_at).date())),
                life_words(file.lives[each.id]),
            ),
            below=_came(file, each.id),
        )
        for each in file.commitments
    )


def appointment_rows(state: PersonState) -> tuple[Row, ...]:
    """Appointments, newest first."""
    return tuple(
        Row(
            each.id,
            (
                short_date(each.on),
                clock_time(each.at),
                state.title(each.definition_id),
                way(each),
                _(LABELS[each.state]),
            ),
            below=_came(state.file, each.id),
        )
        for each in state.file.appointments
    )


def action_lines(actions: Sequence[Action]) -> tuple[str, ...]:
    """What is to be done, and by when or how often."""
    return tuple(_action(each) for each in actions)


def next_line(state: PersonState) -> str:
    """When they come next, or that nothing is booked."""
    first = state.next_up
    if first is None:
        return _("No appointment is booked.")
    return _("Next: {day}, {time}, {kind}.").format(
        day=short_date(first.on), time=clock_time(first.at), kind=state.title(first.definition_id)
    )


def open_line(state: PersonState) -> str:
    """How much is open, or that nothing is."""
    count = len(state.file.plan.open)
    if not count:
        return _("No action is open.")
    return ngettext("One action is open.", "{n} actions are open.", count).format(n=count)


def _came(file: PersonFile, record_id: str) -> str:
    return _("From the other record") if came_along(file.joinings, record_id) else ""


def _action(action: Action) -> str:
    if action.by is not None:
        return _("{action} (by {day})").format(action=action.text, day=short_date(action.by))
    if action.every is not None:
        return _("{action} ({how_often})").format(action=action.text, how_often=_(RHYTHMS[action.every]).lower())
    return action.text
