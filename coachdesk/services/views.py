"""What services hand to screens: frozen values, ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from coachdesk.commitments import Commitment, Life
from coachdesk.diary import Appointment, AppointmentState, ContactRhythm, NeedsYou, OfficeDay
from coachdesk.interviews import Answer, Definition, Interview
from coachdesk.opening_hours import Stretch
from coachdesk.people import NOBODY_ASKED, Circumstance, Person, SafeToGive
from coachdesk.people.joining import Joining
from coachdesk.plans import Action, Flagged, Plan, Strip
from coachdesk.requirements.facts import FactProblem, Facts
from coachdesk.requirements.finding import Finding
from coachdesk.requirements.rule import Rules


@dataclass(frozen=True, slots=True)
class Saved:
    """A write that is on disk: when (UTC), and the record's new version."""

    at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One line of a person's history, newest first. Sealed matters are not in it."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class PersonFile:
    """Everything the screen of one person shows.

    Attributes:
        commitments: newest first; `lives` says by id where each stands.
        giving: what may be given to them, and in which way.
        joinings: the records that were joined to theirs, the newest first.
    """

    person: Person
    circumstances: tuple[Circumstance, ...]
    appointments: tuple[Appointment, ...]
    interviews: tuple[Interview, ...]
    plan: Plan
    commitments: tuple[Commitment, ...]
    lives: Mapping[str, Life]
    timeline: tuple[TimelineLine, ...]
    giving: SafeToGive
    joinings: tuple[Joining, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenInterview:
    """An interview that is going on, with all that was said in it.

    Attributes:
        last_time: what was shown for the same question id in the person's interview before, as text.
        card_again: nobody could ask in private last time: offer the private card.
        giving: what may be given to the person, and in which way.
        booked: the appointment that it was booked as, or None.
        meanwhile: what changed on the record since it was left, in sentences; nothing of a sealed matter.
        also_waiting: titles of other interviews of the same person that are not finished either.
    """

    interview: Interview
    definition: Definition
    person: Person
    answers: Mapping[str, Answer]
    plan: Plan
    last_time: Mapping[str, str]
    card_again: bool
    giving: SafeToGive = NOBODY_ASKED
    booked: Appointment | None = None
    meanwhile: tuple[str, ...] = ()
    also_waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """An unknown fact that is worth a question.

    Attributes:
        question_id: the question that would settle it, or that opens the way to it; "" where the definition has none.
    """

    path: str
    question_id: str


@dataclass(frozen=True, slots=True)
class PersonFinding:
    """What may be asked of a person today, and what it was made from.

    Attributes:
        problems: facts that do not fit together; the finding was made from them all the same.
        ask: the finding's `ask`, each with its question; without an interview none has one.
        undated: circumstances that would say more if their dates or details were known.
        rules: what the finding's reasons are looked up in.
        promise: the coach's open promise about the benefit team, where there is one.
    """

    finding: Finding
    facts: Facts
    problems: tuple[FactProblem, ...]
    ask: tuple[Ask, ...]
    undated: tuple[Circumstance, ...]
    rules: Rules
    promise: Action | None = None


@dataclass(frozen=True, slots=True)
class DueDecision:
    """A person about whom the known facts ask for a decision that nobody has taken; what it is about is not said."""

    person_id: str
    text: str


@dataclass(frozen=True, slots=True)
class MonthlyCount:
    """Decisions of a month, never by kind; None where there were fewer than five, so that nobody can be told apart."""

    taken: int | None
    declined: int | None
    unanswered: int | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A stored plan against the hours and days of its person, and against what may be asked for today."""

    strip: Strip
    flags: Flagged


@dataclass(frozen=True, slots=True)
class PrepCard:
    """What to know before meeting a person: how to be careful, then our promises.

    Attributes:
        care: measures that protect, never why.
        promised: what we promised; `agreed`: what they said they would do, of which a review asks.
        well: what they had done by the last talk.
        since: what changed on the record since the last talk.
        life: what bears on what may be asked of them just now, by labels that any list may show.
        soon: what ends, is expected or is to be looked at again in the next weeks.
        last_met: the day of the last talk.
        absent: where they did not come, what to do now, in order; empty for any other appointment.
        rhythm: how often the two are in touch, where that is agreed.
    """

    person: Person
    care: tuple[str, ...]
    promised: tuple[str, ...]
    goals: tuple[str, ...]
    agreed: tuple[str, ...]
    well: tuple[str, ...]
    since: tuple[str, ...]
    life: tuple[str, ...]
    soon: tuple[str, ...]
    remember: tuple[str, ...]
    last_met: date | None = None
    unfinished: str = ""  # id of an interview that waits to be carried on
    absent: tuple[str, ...] = ()
    rhythm: ContactRhythm | None = None


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One line of the day.

    Attributes:
        needs: what the person needs of us, and what was arranged for this meeting, in words.
        state: in words; where its time has passed and nothing was said, that it needs an outcome.
        after: the states that may follow now, the likeliest first.
    """

    appointment: Appointment
    name: str
    kind: str
    needs: tuple[str, ...]
    state: str
    after: tuple[AppointmentState, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """One day: what is on it, and which stretches of whole slots are free. In a week nothing that waits is read.

    Attributes:
        anybody: whether anybody is on the caseload.
        checking: more people are to be checked for decisions and reviews: `check_on` goes on with it.
    """

    day: date
    entries: tuple[DayEntry, ...]
    needs_you: tuple[NeedsYou, ...]
    office: OfficeDay
    free: tuple[Stretch, ...]
    anybody: bool = False
    checking: bool = False
