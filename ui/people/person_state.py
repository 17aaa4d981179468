"""What the screen of one person shows."""

from dataclasses import dataclass, field
from datetime import date

from coachdesk.diary import OPEN, TO_COME, Appointment
from coachdesk.interviews import Channel, Definition, Interview, InterviewState, kind_after
from coachdesk.services import PersonFile
from ui.people.details import Typed, nothing

OVERVIEW, CIRCUMSTANCES, DETAILS = "overview", "circumstances", "details"


@dataclass(frozen=True, slots=True)
class PersonState:
    """One person on the screen.

    Attributes:
        today: the date on the wall.
        file: everything about them.
        definitions: the kinds of interview that can be started.
        section: the part that is shown.
        kind, channel: of the interview that would be started.
        typed: what stands in the fields of the details.
        problems: what is wrong in them, by field.
        note_shown: somebody asked for the contact note.
    """

    today: date
    file: PersonFile
    definitions: tuple[Definition, ...]
    section: str = OVERVIEW
    kind: str = ""
    channel: str = Channel.FACE_TO_FACE.value
    typed: Typed = field(default_factory=nothing)
    problems: dict[str, str] = field(default_factory=dict)
    note_shown: bool = False

    @property
    def unfinished(self) -> tuple[Interview, ...]:
        """What waits to be carried on, newest first."""
        waiting = {InterviewState.OPEN, InterviewState.PAUSED}
        return tuple(each for each in self.file.interviews if each.state in waiting)

    @property
    def booked(self) -> Appointment | None:
        """The appointment of today that an interview would be for."""
        here = [each for each in self.file.appointments if each.on == self.today and each.state in OPEN]
        return min(here, key=lambda each: each.at, default=None)

    @property
    def next_up(self) -> Appointment | None:
        """The next appointment that is still to come."""
        coming = [each for each in self.file.appointments if each.on >= self.today and each.state in TO_COME]
        return min(coming, key=lambda each: (each.on, each.at), default=None)

    def title(self, definition_id: str) -> str:
        """The title of a kind of interview."""
        return next((each.title for each in self.definitions if each.id == definition_id), definition_id)


def first_kind(state: PersonState) -> str:
    """The kind to offer: what is booked today, else what follows the last one, else the first there is."""
    if state.booked is not None:
        return state.booked.definition_id
    last = next((each.definition_id for each in state.file.interviews if _is_over(each)), "")
    return kind_after(state.definitions, last)


def _is_over(interview: Interview) -> bool:
    return interview.state is InterviewState.FINISHED
