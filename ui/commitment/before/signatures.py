"""Signatures, in a quiet place: one line at the end of the panel, and what it opens in the place of the page."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.commitments import Signer
from coachdesk.i18n import Language, _, translation
from ui.commitment.before.envelope import paragraphs
from ui.commitment.before.sign_here import SignHere, coachs_words, persons_words
from ui.commitment.before.sign_state import SignPlace, standing
from ui.commitment.before.signing import Signing
from ui.commitment.board import Board
from ui.commitment.state import CommitmentState
from ui.kit import Button, ChoiceGroup, Flow, Option, Reading, TurnedLine, TurnedView, column, label
from ui.kit.layouts import empty, reveal
from ui.kit.tabs import order_tabs


class SignatureLine(QFrame):
    """What was signed, and the way to the places to sign. Where nobody is offered to, it is not there."""

    def __init__(self, signing: Signing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "clear")
        box = column(self, spacing=6)
        self.said = label("")
        self.open = Button(_("Add a signature"), "link", icon="edit")
        box.addWidget(self.said)
        box.addWidget(self.open)
        self.open.clicked.connect(signing.open)

    def show_before(self, state: CommitmentState) -> None:
        """Show who signed; hidden while something stands in the way of issuing."""
        before = state.before
        self.setVisible(bool(before.places) and not (before.stops or before.unprintable))
        said = [words for place in before.places if (words := standing(place))]
        self.said.setText("\n".join(said))
        self.said.setVisible(bool(said))
        self.open.set_words(_("Signatures") if said else _("Add a signature"))


class SignPanel(Reading):
    """The places to sign, one at a time."""

    def __init__(self, signing: Signing, parent: QWidget | None = None) -> None:
        super().__init__((32, 20, 32, 28), 16, parent)
        self._signing = signing
        self._shown: tuple[tuple[Signer, str], ...] = ()
        self.box.addWidget(label(_("Signatures"), "title"))
        self._hint = label("", "hint")
        self.box.addWidget(self._hint)
        self._held = column(spacing=0)
        self.box.addLayout(self._held)
        self.who: ChoiceGroup | None = None
        self.here = SignHere(coachs_words())
        self.close_button = Button(_("Back to the page"), icon="paper")
        held = QWidget()
        Flow(held).addWidget(self.close_button)
        for each in (self.here, held):
            self.box.addWidget(each)
        self.box.addStretch(1)
        self.here.drawn.connect(signing.draw)
        self.here.typed.connect(signing.type)
        self.here.taken_back.connect(signing.take_back)
        self.close_button.clicked.connect(signing.close)

    def show_signing(self, state: CommitmentState) -> None:
        """Show the place of whoever signs next; closed, nothing that was begun is left in it."""
        place = place_of(state)
        if place is None:
            self.here.forget()
            return
        self._hint.setText(
            _("For whoever wants to sign. Nobody has to, and nothing waits for it. F9 turns it to {name}.").format(
                name=state.person.name
            )
        )
        names = tuple((each.signer, each.name) for each in state.before.places)
        if names != self._shown:
            self._shown = names
            self._offer(names)
        if self.who is not None:
            self.who.set_value(place.signer.value)
        self.here.show_place(place)

    def begin(self) -> None:
        """Take the focus, and show it from the top."""
        if self.who is not None:
            self.who.setFocus()
        reveal(self)

    def _offer(self, names: tuple[tuple[Signer, str], ...]) -> None:
        empty(self._held)
        self.who = ChoiceGroup(
            _("Who wants to sign?"), [Option(signer.value, name) for signer, name in names], beside=True
        )
        self.who.edited.connect(self._chosen)
        self._held.addWidget(self.who)
        order_tabs(self)

    @Slot(object)
    def _chosen(self, value: object) -> None:
        if value:
            self._signing.choose(Signer(str(value)))


class TurnedSignature(QWidget):
    """The person's own place on the turned screen, in their language; it follows what is kept."""

    def __init__(self, signing: Signing, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        state = board.state
        self.here = SignHere(persons_words(state.person.language if state is not None else Language.ENGLISH))
        column(self).addWidget(self.here)
        self.here.drawn.connect(signing.draw)
        self.here.typed.connect(signing.type)
        self.here.taken_back.connect(signing.take_back)
        board.changed.connect(self._follow)
        self._follow(state)

    @Slot(object)
    def _follow(self, state: CommitmentState | None) -> None:
        for place in state.before.places if state is not None else ():
            if place.signer is Signer.PERSON:
                self.here.show_place(place)


def place_of(state: CommitmentState) -> SignPlace | None:
    """The place that is shown; None where none is."""
    places = [each for each in state.before.places if each.signer is state.before.signing]
    return places[0] if places else None


def turned_place(state: CommitmentState, make: Callable[[], QWidget]) -> TurnedView | None:
    """The person's place to sign as they see it, with all that the paper says below it; None where it is not theirs."""
    if state.before.signing is not Signer.PERSON:
        return None
    gettext = translation(state.person.language).gettext
    lines = tuple(TurnedLine(each) for each in paragraphs(state.text))
    return TurnedView(gettext("Sign, if you want to"), lines, make)
