"""An interview as data: static, versioned, shipped. Answers and what is visible live elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Channel(StrEnum):
    """How the two of them meet."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    VIDEO = "video"
    HOME_VISIT = "home_visit"


class Rank(StrEnum):
    MUST = "must"
    IF_TIME = "if_time"
    NEXT_TIME = "next_time"


class Print(StrEnum):
    """Whether an answer may stand on paper: never, only if the person says so, or yes."""

    NEVER = "never"
    ASK = "ask"
    YES = "yes"


class Kind(StrEnum):
    """The kind of a question. Each has one module in `interviews/kinds` and one widget in `ui/interview/fields`."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    YES_NO = "yes_no"
    ONE_OF = "one_of"
    MANY_OF = "many_of"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    DATE_RANGE = "date_range"
    TIME_WINDOWS = "time_windows"
    SCALE = "scale"
    CHILDREN = "children"
    JOBS = "jobs"
    PHONE = "phone"
    CONSENT = "consent"
    TOLD_TO_EVERYONE = "told_to_everyone"
    NEXT_MEETING = "next_meeting"
    PROMISES = "promises"  # our open promises: done, or by a new date (stored as action outcomes)
    OUTCOMES = "outcomes"  # what happened with the person's open actions (stored as action outcomes)
    PLAN = "plan"  # goals and actions (stored as records of their own)
    RECAP = "recap"  # reads the plan back; stores nothing


class Operator(StrEnum):
    """A condition's operator. There is no expression language: what does not fit is a developer's job."""

    IS = "is"
    IS_NOT = "is_not"
    ANY_OF = "any_of"
    INCLUDES = "includes"
    INCLUDES_ANY = "includes_any"
    ANSWERED = "answered"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when the answer to `question` stands in the relation `operator` to `value`; all of a list must hold."""

    question: str
    operator: Operator
    value: Any


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list.

    Attributes:
        alone: choosing it unchooses the others ("nothing I want to say today").
        circumstance: a stable code of the circumstance that follows when it is chosen.
        ends: choosing it ends the ordinary flow kindly; the text is shown to the coach.
    """

    id: str
    label: str
    hint: str = ""
    alone: bool = False
    circumstance: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        id: permanent, unique in the definition.
        label: what the coach says and sees.
        person_label: what the person sees on the turned screen; the label where empty.
        why: "why am I asking": shown to coach and person.
        prompts: open questions for the coach.
        because: sentence template for use as an action's reason; `{answer}` is never allowed in it, because a stored
            value is never printed as a reason.
        fact: key of the facts it feeds (interfaces.md 2).
        record: the record it feeds, one of `RECORDS`.
        sealed: what is said is encrypted under its own key and opened on purpose only.
        sensitive: ordinary storage, neutral label in lists, never printed.
        only_when_alone: asked only when the definition's `alone` condition holds.
        labels: other wording by channel.
        slows: something chosen here, other than an `alone` choice, stops the showing of the clock and folds the steps
            that do not `stay` to next time: the person comes before the form.
    """

    id: str
    kind: Kind
    label: str
    hint: str = ""
    person_label: str = ""
    why: str = ""
    prompts: tuple[str, ...] = ()
    because: str = ""
    fact: str = ""
    record: str = ""
    sealed: bool = False
    sensitive: bool = False
    only_when_alone: bool = False
    print: Print = Print.NEVER
    required: str = ""  # why an answer is needed before issuing; empty: not required
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    most: int | None = None  # at most so many rows of a list
    presets: tuple[str, ...] = ()  # of time windows
    scale_ends: tuple[str, str] = ("", "")
    follow_up: str = ""  # of a scale: the words behind the number
    when: tuple[Condition, ...] = ()
    labels: Mapping[Channel, str] = field(default_factory=lambda: NOTHING)
    slows: bool = False


RECORDS = (
    "goal.text",
    "goal.why",
    "goal.importance",
    "goal.confidence",
    "person.preferred_name",
    "person.contact_note",
    "plan.hours",  # hours a week the person can give: the achievability strip measures against it
    "plan.times",
    "plan.travel",
    "commitment.present",
    "commitment.explained",
    "commitment.outcome",
    "commitment.second_opinion",
    "commitment.think_until",
    "appointment.next",
)
"""What a question may write besides its own answer; each target is used by at most one question of a definition."""


@dataclass(frozen=True, slots=True)
class Step:
    """A few questions that belong together, with the minutes they may take.

    Attributes:
        stays: kept when the flow slows down or ends kindly (our promises, the goodbye); the others fold to next time.
        met_before: asked only where there is a last time to start from.
    """

    id: str
    title: str
    minutes: float
    rank: Rank
    questions: tuple[Question, ...]
    say: str = ""  # the coach's script, spoken
    say_by_channel: Mapping[Channel, str] = field(default_factory=lambda: NOTHING)
    prompts: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    stays: bool = False
    met_before: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A whole interview.

    Attributes:
        minutes: the slot, of which the steps plan less: the rest belongs to the person.
        alone: the condition under which questions marked `only_when_alone` are asked.
        stop_text: shown when the ordinary flow ends kindly.
        then: id of the kind of interview that follows it; empty: the same again.
    """

    id: str
    version: int
    title: str
    minutes: int
    steps: tuple[Step, ...]
    alone: Condition | None = None
    stop_text: str = ""
    then: str = ""

    def questions(self) -> Iterator[Question]:
        """Every question in order, hidden ones too."""
        for step in self.steps:
            yield from step.questions

    def question(self, question_id: str) -> Question:
        """The question of that id; KeyError if there is none."""
        for question in self.questions():
            if question.id == question_id:
                return question
        raise KeyError(question_id)


def kind_after(definitions: Iterable[Definition], last: str) -> str:
    """The id of the kind to offer after the one of the id `last`; of the first there is where none is known."""
    known = {each.id: each for each in definitions}
    if last in known:
        return known[last].then if known[last].then in known else last
    return next(iter(known), "")
