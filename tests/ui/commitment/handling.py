"""What tests of the commitment screen do over and over: open, wait for the page, issue, read what can be read."""

from io import BytesIO

from pikepdf import Pdf
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, Format
from coachdesk.interviews import Interview
from coachdesk.people import Giving, Person, Safe
from tests.ui import checks
from tests.ui.plan.acted import played
from ui.commitment import CommitmentPage, CommitmentPresenter
from ui.commitment.state import CommitmentState


def words(widget: QWidget) -> str:
    """Everything that can be read."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def state(presenter: CommitmentPresenter) -> CommitmentState:
    assert presenter.state is not None
    return presenter.state


def open_case(
    opened: Opened, presenter: CommitmentPresenter, qtbot: QtBot, name: str = "callum", *, safe: bool = True
) -> tuple[Person, Interview]:
    """The commitment of a written case, its pages drawn; `safe`: they said that they may have our papers."""
    person, interview = played(opened, name)
    for way in (Giving.PAPER, Giving.POST) if safe else ():
        opened.services.handing.told(person.id, way, Safe.YES)
    presenter.open(interview.id)
    wait_for_pages(presenter, qtbot)
    return person, interview


def wait_for_pages(presenter: CommitmentPresenter, qtbot: QtBot) -> None:
    def drawn() -> bool:
        return bool(state(presenter).pages) and not state(presenter).busy

    qtbot.waitUntil(drawn, timeout=30_000)


def issue(presenter: CommitmentPresenter, qtbot: QtBot) -> Commitment:
    """Through the envelope check to the issued document."""
    presenter.before.check()
    presenter.before.issue()

    def issued() -> bool:
        return state(presenter).commitment is not None and bool(state(presenter).pages)

    qtbot.waitUntil(issued, timeout=30_000)
    commitment = state(presenter).commitment
    assert commitment is not None
    return commitment


def pdf_text(content: bytes) -> str:
    """The text of a PDF as PDFium reads it, with what is in its metadata."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    pages = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    with Pdf.open(BytesIO(content)) as pdf:
        about = [str(value) for value in pdf.docinfo.values()]
    return " ".join("\n".join([pages, *about]).split())


def bytes_of(opened: Opened, commitment: Commitment, kind: Format) -> bytes:
    return opened.services.commitments.content(commitment.id, kind)


def faults(page: CommitmentPage) -> list[str]:
    """What is nameless, too small, cut off, or not to be reached with the keyboard."""
    checks.settle()
    return [
        *checks.nameless(page),
        *checks.same_named(page),
        *checks.small_targets(page),
        *checks.clipped(page),
        *checks.unreachable(page),
    ]
