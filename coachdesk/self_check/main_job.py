"""The main job as a coach does it: keys, a meeting with a pause in the middle, a document."""

from collections.abc import Mapping
from dataclasses import dataclass

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.cases import Case
from coachdesk.commitments import Commitment, Format
from coachdesk.documents.checker import Finding, check
from coachdesk.documents.html_checker import check_html
from coachdesk.i18n import Language, _
from coachdesk.interviews import Answer
from coachdesk.people import How, InSpite
from coachdesk.rehearsal import MovingClock, Stage, begin, close, hand_over, talk, welcome
from coachdesk.rehearsal.temporary import PASSPHRASE, new_vault
from coachdesk.rehearsal.words import found_in
from coachdesk.self_check.report import CheckError, Steps, expect
from coachdesk.services import OpenInterview
from coachdesk.services.file_names import file_name

_HALF_WAY = "goal"
_LONG_ENOUGH = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """Where the check takes place: a temporary setting, the clock it goes by, and the case that is played."""

    setting: Setting
    clock: MovingClock
    case: Case


@dataclass(frozen=True, slots=True)
class Issued:
    """The commitment as it was issued, and its files by the names that they are saved under."""

    commitment: Commitment
    files: Mapping[str, bytes]


def make_keys(steps: Steps, place: Place) -> Opened:
    """Make a vault with its keys."""
    with steps.step("keys") as detail:
        opened = new_vault(place.setting)
        detail.text = _("A new vault, its passphrase stretched by Argon2id with {memory} MiB.").format(
            memory=place.setting.kdf.memory_kib // 1024
        )
    return opened


def pause_half_way(steps: Steps, place: Place, opened: Opened) -> OpenInterview:
    """Hold half a meeting and pause."""
    with steps.step("pause") as detail:
        stage = Stage(opened.services, place.clock)
        person, appointment = welcome(stage, place.case)
        left = talk(stage, place.case, begin(stage, place.case, person, appointment), until=_HALF_WAY)
        opened.services.interviews.pause(left.interview)
        detail.text = _("Paused before the question “{question}”.").format(question=_HALF_WAY)
    return left


def open_again(steps: Steps, place: Place) -> Opened:
    """Open the vault that was closed."""
    with steps.step("reopen") as detail:
        opened = open_vault(place.setting, PASSPHRASE)
        detail.text = _("Opened with the passphrase.")
    return opened


def carry_on(steps: Steps, opened: Opened, left: OpenInterview) -> OpenInterview:
    """Be back at the same question with every word."""
    with steps.step("resume") as detail:
        back = opened.services.interviews.open(left.interview.id)
        expect(back.interview.question_id == _HALF_WAY, _("The interview did not come back to the same question."))
        expect(_in_the_open(back) == _in_the_open(left), _("The interview lost words on the way."))
        detail.text = _("The same question, and {many} answers are there again.").format(many=len(back.answers))
    return back


def hold_a_meeting(steps: Steps, place: Place, opened: Opened, meeting: OpenInterview) -> OpenInterview:
    """The rest of the meeting: goals, actions, outcome and next meeting."""
    with steps.step("meeting") as detail:
        stage = Stage(opened.services, place.clock)
        meeting = talk(stage, place.case, meeting)
        close(stage, meeting)
        plan = meeting.plan
        expect(len(plan.wanted) == len(place.case.goals), _("A goal is missing."))
        expect(len(plan.open) == len(place.case.actions), _("An action is missing."))
        detail.text = _("Goals: {goals}. Actions: {actions}.").format(goals=len(plan.wanted), actions=len(plan.open))
    return meeting


def issue_a_document(steps: Steps, place: Place, opened: Opened, meeting: OpenInterview) -> Issued:
    """Issue the commitment and read its files again."""
    with steps.step("document") as detail:
        given = hand_over(Stage(opened.services, place.clock), place.case, meeting.interview)
        commitment = given.commitment
        if commitment is None:
            raise CheckError(" ".join(given.why_not))
        contents = opened.services.commitments
        files = {
            file_name(commitment, kind, language): contents.outgoing(
                commitment.id, kind, How.SAVED, language=language, in_spite=InSpite.STAYS_HERE
            ).content
            for kind in Format
            for language in Language
        }
        for name, content in files.items():
            expect(not found_in(content, place.case.not_on_paper), _("Words stand on paper that must stay off it."))
            expect(len(content) > _LONG_ENOUGH, _("A file is nearly empty."))
            expect(not (found := _wrong_in(name, content)), " ".join(finding.text for finding in found))
        detail.text = _("{number}: {many} files, {kib} KiB, well formed and accessible.").format(
            number=commitment.number, many=len(files), kib=sum(map(len, files.values())) // 1024
        )
    return Issued(commitment, files)


def _wrong_in(name: str, content: bytes) -> tuple[Finding, ...]:
    """What our own checkers say of a file; plain text has nothing to check."""
    if name.endswith(".html"):
        return check_html(content)
    return check(content) if name.endswith(".pdf") else ()


def _in_the_open(meeting: OpenInterview) -> dict[str, Answer]:
    """What was typed and is not sealed: only that comes back by itself."""
    return {name: each for name, each in meeting.answers.items() if not meeting.definition.question(name).sealed}
