"""Playing a written case: a fresh vault, real services, and then its files all together or none of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from coachdesk.application import Opened
from coachdesk.cases import Case
from coachdesk.commitments import Commitment, Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language, _
from coachdesk.interviews import visible
from coachdesk.people import How, InSpite
from coachdesk.rehearsal.leaving import leave
from coachdesk.rehearsal.meeting import HandedOver, Stage, begin, begins_at, close, hand_over, talk, welcome
from coachdesk.rehearsal.moving_clock import MovingClock
from coachdesk.rehearsal.temporary import temporary_vault
from coachdesk.rehearsal.transcript import transcript
from coachdesk.rehearsal.words import found_in
from coachdesk.services import OpenInterview
from coachdesk.services.file_names import file_name

TRANSCRIPT: Final = "transcript.txt"


@dataclass(frozen=True, slots=True)
class Played:
    """What came of playing a case.

    Attributes:
        files: names of the files in the folder asked for; empty where nothing may be given.
        no_document_because: sentences; empty where a document was given.
        as_written: a missing document is what the case says.
        not_asked: ids of questions that the case answers and nobody asked, because of other answers.
        unanswered: questions that wanted an answer before issuing.
        notes: what a coach would have been told beside the document.
    """

    title: str
    files: tuple[str, ...]
    no_document_because: tuple[str, ...]
    as_written: bool
    not_asked: tuple[str, ...]
    unanswered: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def fine(self) -> bool:
        """Whether all came as the case says."""
        return self.as_written and not self.not_asked


def play(chain: Sequence[Case], folder: Path, *, every: bool = False) -> Played:
    """Play the last case of a chain after those before it, and leave its files in the folder, or nothing.

    Args:
        chain: one case or more about one person, the first meeting first.
        folder: made where it is missing and there is something to leave in it.
        every: leave every format in every language, whatever the case asks for.

    Raises:
        AppError: "rehearsal.words-on-paper" with the `words` that were not to be on paper; "documents.cannot-write"; as
            the services. The folder is as it was before, then.
    """
    clock, case = MovingClock(begins_at(chain[0])), _asking_for_all(chain[-1]) if every else chain[-1]
    with temporary_vault(clock) as opened:
        meeting, given = _meetings(Stage(opened.services, clock), chain)
        files = _files(opened, case, meeting, given)
    hits = {word for content in files.values() for word in found_in(content, case.not_on_paper)}
    if hits:
        raise AppError("rehearsal.words-on-paper", words=", ".join(sorted(hits)))
    if files:
        leave(folder, files)
    return _report(case, meeting, given, tuple(files))


def _meetings(stage: Stage, chain: Sequence[Case]) -> tuple[OpenInterview, HandedOver]:
    """Every meeting of the chain in its order; the last one and what was given then."""
    *before, last = chain
    person_id = ""
    for case in before:
        meeting, _given = hold(stage, case, person_id)
        person_id = meeting.person.id
    return hold(stage, last, person_id)


def hold(stage: Stage, case: Case, person_id: str = "") -> tuple[OpenInterview, HandedOver]:
    """One whole meeting, with a person who is known or new: what was said, and what was given."""
    person, appointment = welcome(stage, case, person_id)
    meeting = talk(stage, case, begin(stage, case, person, appointment))
    return meeting, hand_over(stage, case, close(stage, meeting))


def _files(opened: Opened, case: Case, meeting: OpenInterview, given: HandedOver) -> dict[str, bytes]:
    if given.commitment is None:
        return {}
    languages = dict.fromkeys((case.language, *case.also_in))
    which = [(Format(each), language) for language in languages for each in case.formats]
    files = {file_name(given.commitment, *each): _bytes(opened, given.commitment, *each) for each in which}
    definition = opened.content.in_language(meeting.definition, case.language)
    return files | {TRANSCRIPT: transcript(case.title, meeting, definition, case.language).encode()}


def _bytes(opened: Opened, commitment: Commitment, kind: Format, language: Language) -> bytes:
    """Of a vault that is gone before they are written: nothing is recorded of their leaving."""
    going = opened.services.commitments.outgoing(
        commitment.id, kind, How.SAVED, language=language, in_spite=InSpite.STAYS_HERE
    )
    return going.content


def _asking_for_all(case: Case) -> Case:
    return replace(case, formats=tuple(Format), also_in=tuple(Language))


def _report(case: Case, meeting: OpenInterview, given: HandedOver, files: tuple[str, ...]) -> Played:
    asked = {question.id for question in visible(meeting.definition, meeting.answers)}
    prepared = given.prepared
    return Played(
        title=case.title,
        files=files,
        no_document_because=given.why_not,
        as_written=case.document is (given.commitment is not None),
        not_asked=tuple(each for each in case.answers if each not in asked),
        unanswered=tuple(each.question.label for each in prepared.missing) if prepared else (),
        notes=tuple(note.text for note in prepared.notes) if prepared else (),
    )


def told(played: Played, folder: Path) -> Iterator[str]:
    """What came of it, in lines for a person."""
    yield played.title
    for name in played.files:
        yield _("Written: {file}").format(file=folder / name)
    for reason in played.no_document_because:
        yield _("No document: {reason}").format(reason=reason)
    for question in played.not_asked:
        yield _("Answered by the case, but not asked: {question}").format(question=question)
    for question in played.unanswered:
        yield _("Without an answer: {question}").format(question=question)
    for note in played.notes:
        yield _("Note: {note}").format(note=note)
