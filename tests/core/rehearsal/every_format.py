"""Each written case with a document, in every format and both languages, made from what was issued."""

from dataclasses import dataclass
from functools import cache

from coachdesk.cases import Case
from coachdesk.commitments import Commitment, Format
from coachdesk.i18n import Language
from coachdesk.rehearsal import MovingClock, Stage, hold
from coachdesk.rehearsal.meeting import begins_at
from coachdesk.rehearsal.temporary import temporary_vault
from coachdesk.services.file_names import file_name
from tests.core.rehearsal.test_play import CASES, WITH_PAPER, chain

NAMES = tuple(WITH_PAPER)


@dataclass(frozen=True)
class Made:
    """A case's commitment as it was issued, its files by format and language, and the same files made once more."""

    case: Case
    commitment: Commitment
    files: dict[tuple[Format, Language], bytes]
    again: dict[tuple[Format, Language], bytes]

    def named(self) -> dict[str, bytes]:
        """The files by the names that they are saved under."""
        return {file_name(self.commitment, *which): content for which, content in self.files.items()}


@cache
def made(name: str) -> Made:
    """Play a case, once for all tests."""
    cases = chain(CASES / f"{name}.toml")
    clock, person_id = MovingClock(begins_at(cases[0])), ""
    with temporary_vault(clock) as opened:
        for case in cases[:-1]:
            person_id = hold(Stage(opened.services, clock), case, person_id)[0].person.id
        _meeting, given = hold(Stage(opened.services, clock), cases[-1], person_id)
        commitment, commitments = given.commitment, opened.services.commitments
        assert commitment is not None
        which = [(kind, language) for language in Language for kind in Format]
        files = {
            (kind, language): commitments.content(commitment.id, kind, language=language) for kind, language in which
        }
        again = {(kind, language): commitments.make(commitment, kind, language).content for kind, language in which}
    return Made(cases[-1], commitment, files, again)
