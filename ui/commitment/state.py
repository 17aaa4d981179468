"""What the commitment screen shows: one frozen value, replaced whole."""

from dataclasses import dataclass, field

from coachdesk.commitments import Commitment, Format, usual_formats
from coachdesk.i18n import Language
from coachdesk.interviews import InterviewState
from coachdesk.people import Person
from coachdesk.services import Page, Services
from ui.commitment.after.state import AfterState
from ui.commitment.before.state import ALWAYS, BeforeState


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """A commitment as it stands on the screen.

    Attributes:
        interview_open: the interview goes on, so nobody else may be seen.
        format: what is shown, printed and saved.
        pages: of the real file as pictures; none while it is being drawn or cannot be.
        text: the same as plain text.
        busy: what is being done, in words; empty where nothing is.
        earlier: what was issued in the same interview before.
        before: what there is to say before it is issued.
        after: what there is to say once it is issued; None until then.
    """

    person: Person
    interview_id: str
    interview_open: bool
    language: Language
    format: Format = Format.PDF
    pages: tuple[Page, ...] = ()
    text: str = ""
    busy: str = ""
    earlier: tuple[Commitment, ...] = ()
    before: BeforeState = field(default_factory=BeforeState)
    after: AfterState | None = None

    @property
    def commitment(self) -> Commitment | None:
        """What is shown once it is issued."""
        return self.after.commitment if self.after is not None else None

    @property
    def can_issue(self) -> bool:
        """Nothing stands in the way."""
        return self.after is None and not self.busy and not (self.before.stops or self.before.unprintable)


def first_state(services: Services, person: Person, interview_id: str, language: Language) -> CommitmentState:
    """The state of a commitment that is opened: nothing is known of it yet."""
    interviews = {each.id: each for each in services.people.open(person.id).interviews}
    interview = interviews.get(interview_id)
    return CommitmentState(
        person=person,
        interview_id=interview_id,
        interview_open=interview is not None and interview.state is InterviewState.OPEN,
        language=language,
        earlier=services.commitments.of_interview(interview_id) if interview_id else (),
        before=BeforeState(wanted=tuple(each for each in usual_formats(person.needs) if each not in ALWAYS)),
    )
