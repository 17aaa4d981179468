"""What every field of an interview is made with, and the fields that show more than their own value."""

from dataclasses import dataclass
from datetime import date

from coachdesk.interviews import Channel, Choice, Question, label
from ui.interview.state import InterviewState
from ui.kit import Field, Option


@dataclass(frozen=True, slots=True)
class Asking:
    """What a field has to know of the conversation.

    Attributes:
        today: the day on the wall.
        at: the time at which this meeting began, as "10:30": the usual time of the next.
    """

    channel: Channel
    today: date
    at: str


class Following(Field):
    """A field that shows parts of the state besides its own value: the plan, what was agreed, what was heard."""

    def follow(self, state: InterviewState) -> None:
        """Show the state; emits nothing."""
        raise NotImplementedError


def words(question: Question, asking: Asking) -> str:
    """What the coach says, in the wording of the channel."""
    return label(question, asking.channel)


def options(choices: tuple[Choice, ...]) -> tuple[Option, ...]:
    """Choices of a definition as choices of the kit."""
    return tuple(Option(each.id, each.label, each.hint, each.alone) for each in choices)
