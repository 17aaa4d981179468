"""What the commitment screen shows: one frozen value, replaced whole."""

from dataclasses import dataclass, replace
from datetime import date

from coachdesk.commitments import (
    Commitment,
    EnvelopeLine,
    Format,
    Life,
    LineKind,
    Note,
    OutcomeKind,
    Stop,
    usual_formats,
)
from coachdesk.commitments.stops import CHECKS
from coachdesk.errors import AppError
from coachdesk.i18n import Language, _
from coachdesk.interviews import InterviewState
from coachdesk.people import Person
from coachdesk.privacy import Privacy
from coachdesk.services import Page, Prepared, Services
from ui.commitment.issued import Reading

ALWAYS = frozenset({Format.PDF, Format.TEXT})
"""The formats that are made in any case."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said to the commitment."""

    outcome: OutcomeKind | None = None
    second_opinion: bool = False
    think_until: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the envelope check, and where it may stand from now on."""

    line: EnvelopeLine
    privacy: Privacy = Privacy.PAPER


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """A commitment as it stands on the screen, before or after it is issued.

    Attributes:
        interview_open: the interview goes on, so nobody else may be seen.
        format: what is shown, printed and saved.
        wanted: what the person gets when it is issued, beside the page and the text.
        format: what is shown, printed and saved.
        wanted: what the person gets when it is issued, beside the page and the text.
        pages: of the real file as pictures; none while it is being drawn or cannot be.
        text: the same as plain text.
        busy: what is being done, in words; empty where nothing is.
        stops: what stands in the way of issuing, and nothing else does.
        missing: questions without an answer, in words; quiet.
        unprintable: characters that our fonts lack; `in_name` where they are in the person's name.
        checking: the envelope check is open, over `choices`.
        commitment: once it is issued.
        earlier: what was issued in the same interview before.
    """

    person: Person
    interview_id: str
    interview_open: bool
    language: Language
    format: Format = Format.PDF
    wanted: tuple[Format, ...] = ()
    pages: tuple[Page, ...] = ()
    text: str = ""
    busy: str = ""
    stops: tuple[Stop, ...] = ()
    notes: tuple[Note, ...] = ()
    missing: tuple[str, ...] = ()
    unprintable: tuple[str, ...] = ()
    in_name: bool = False
    said: Said = Said()
    checking: bool = False
    choices: tuple[Choice, ...] = ()
    commitment: Commitment | None = None
    earlier: tuple[Commitment, ...] = ()

    @property
    def can_issue(self) -> bool:
        """Nothing stands in the way."""
        return self.commitment is None and not (self.stops or self.unprintable or self.busy)


def first_state(services: Services, person: Person, interview_id: str, language: Language) -> CommitmentState:
    """The state of a commitment that is opened: nothing is known of it yet."""
    interviews = {each.id: each for each in services.people.open(person.id).interviews}
    interview = interviews.get(interview_id)
    return CommitmentState(
        person=person,
        interview_id=interview_id,
        interview_open=interview is not None and interview.state is InterviewState.OPEN,
        language=language,
        wanted=tuple(each for each in usual_formats(person.needs) if each not in ALWAYS),
        earlier=services.commitments.of_interview(interview_id) if interview_id else (),
    )


def prepared_state(state: CommitmentState, prepared: Prepared, unprintable: tuple[str, ...]) -> CommitmentState:
    """The state with what is known of the document as it would be issued now."""
    source = prepared.source
    name = source.person.paper_name or f"{source.person.name} {source.person.family_name}"
    return replace(
        state,
        person=source.person,
        language=source.language,
        stops=prepared.stops,
        notes=prepared.notes,
        missing=tuple(dict.fromkeys(each.question.label for each in prepared.missing)),
        unprintable=unprintable,
        in_name=any(each in name for each in unprintable),
        said=Said(source.outcome, source.second_opinion, source.think_until),
    )


def issued_state(state: CommitmentState, reading: Reading) -> CommitmentState:
    """The state of an issued commitment: nothing stands in its way any more, and nothing is left to look at."""
    return CommitmentState(
        person=state.person,
        interview_id=state.interview_id,
        interview_open=state.interview_open,
        language=reading.language,
        format=reading.format,
        pages=state.pages if reading.pdf is None else (),
        text=reading.text,
        said=said_to(reading.life),
        commitment=reading.commitment,
        earlier=state.earlier,
    )


def failed_checks(state: CommitmentState, findings: str) -> CommitmentState:
    """The file did not pass its own checks: one of the four things that stop it."""
    sentence = _("The document failed its checks ({checks}). It cannot be given out as it is.")
    stop = Stop(CHECKS, sentence.format(checks=findings))
    return replace(state, stops=(*(each for each in state.stops if each.code != CHECKS), stop))


def on_paper(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The lines to be read: an if-then plan goes off the paper with its action."""
    off = {
        each.line.record_id
        for each in choices
        if each.line.kind is LineKind.ACTION and each.privacy is not Privacy.PAPER
    }
    return tuple(each for each in choices if each.line.kind is not LineKind.IF_THEN or each.line.record_id not in off)


def said_to(life: Life) -> Said:
    """What the person said to an issued commitment."""
    return Said(life.outcome, life.second_opinion_on is not None, life.think_until)


def stopped(state: CommitmentState) -> AppError:
    """Why nothing can be issued now."""
    if state.stops:
        return AppError("commitment.stopped", reason=state.stops[0].code)
    return AppError("documents.unprintable", characters=" ".join(state.unprintable))
