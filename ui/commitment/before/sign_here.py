"""A place to sign for one of the two: drawn with pen, finger or mouse, or typed, which is as good."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import Language, _, translation
from ui.commitment.before.sign_state import SignPlace, standing
from ui.kit import Button, Flow, TextLine, column, label
from ui.kit.signature_pad import SignatureField


@dataclass(frozen=True, slots=True)
class SignWords:
    """What the place says, to the coach or in the language of the person.

    Attributes:
        first: before anything else; empty where it was said already.
        typed: what typing a name means; `hidden`: why it cannot be drawn.
        signed, changed: what stands there for the person; empty: what the coach reads.
    """

    first: str
    draw: str
    can_type: str
    undo: str
    clear: str
    name: str
    typed: str
    hidden: str
    sign: str
    take_back: str
    signed: str = ""
    changed: str = ""


class SignHere(QWidget):
    """`drawn`, `typed` and `taken_back` carry the Signer first, and then the strokes or the name."""

    drawn = Signal(object, object)
    typed = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self, words: SignWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._place: SignPlace | None = None
        box = column(self, spacing=14)
        self.standing = label("", "strong")
        self._draw = label(words.draw, "label")
        self.field = SignatureField(words.draw, words.can_type, undo=words.undo, clear=words.clear)
        self.name = TextLine(words.name, hint=words.typed)
        self.sign = Button(words.sign)
        self.take_back = Button(words.take_back, "link", icon="undo")
        self._first = label(words.first, "words")
        self._first.setVisible(bool(words.first))
        held = QWidget()
        ways = Flow(held, spacing=12)
        for button in (self.sign, self.take_back):
            ways.addWidget(button)
        for each in (self._first, self.standing, self._draw, self.field, self.name, held):
            box.addWidget(each)
        self.field.pad.changed.connect(self._look)
        self.name.edited.connect(self._look)
        self.name.line.returnPressed.connect(self._sign)
        self.sign.clicked.connect(self._sign)
        self.take_back.clicked.connect(self._take_back)

    def show_place(self, place: SignPlace) -> None:
        """Show whose place it is; what stands in it goes where it is another's, or was signed."""
        other = self._place is None or self._place.signer is not place.signer or self._place.name != place.name
        if other or (place.signed and self._place is not None and self._place.signature != place.signature):
            self.forget()
        self._place = place
        said = (self._words.signed if place.counts else self._words.changed) if place.signature else ""
        self.standing.setText(said or standing(place))
        self.standing.setVisible(place.signature is not None)
        for drawing in (self._draw, self.field):
            drawing.setVisible(place.may_draw and not place.signed)
        for typing in (self.name, self.sign):
            typing.setVisible(not place.signed)
        self.name.set_words(self._words.name, hint=self._words.typed if place.may_draw else self._words.hidden)
        self.take_back.setVisible(place.signature is not None)
        self._look()

    def forget(self) -> None:
        """Empty the place."""
        self.field.pad.clear()
        self.name.set_value("")

    def _look(self) -> None:
        self.sign.setEnabled(bool(self.field.pad.strokes() or str(self.name.value()).strip()))

    def _sign(self) -> None:
        """What was drawn counts; a name that was typed beside it was the other way."""
        if self._place is None or self._place.signed:
            return
        strokes, name = self.field.pad.strokes(), str(self.name.value()).strip()
        if strokes and self._place.may_draw:
            self.drawn.emit(self._place.signer, strokes)
        elif name:
            self.typed.emit(self._place.signer, name)

    def _take_back(self) -> None:
        if self._place is not None:
            self.taken_back.emit(self._place.signer)


def coachs_words() -> SignWords:
    """As the coach reads it."""
    return SignWords(
        first="",
        draw=_("Sign here with pen, finger or mouse"),
        can_type=_("You can also type your name."),
        undo=_("Undo the last stroke"),
        clear=_("Clear"),
        name=_("Or type the name"),
        typed=_("To type the name is to sign, as with a pen. The paper says that it was typed."),
        hidden=_("Your drawn name would show your surname, which stays off this paper."),
        sign=_("Sign"),
        take_back=_("Take the signature back"),
    )


def persons_words(language: Language) -> SignWords:
    """As the person reads it on the turned screen."""
    gettext = translation(language).gettext
    return SignWords(
        first=gettext("You do not have to sign. To sign shows that you have read this plan."),
        draw=gettext("Sign here with pen, finger or mouse"),
        can_type=gettext("You can also type your name."),
        undo=gettext("Undo the last stroke"),
        clear=gettext("Clear"),
        name=gettext("Or type your name"),
        typed=gettext("To type your name is to sign, as with a pen."),
        hidden="",
        sign=gettext("Sign"),
        take_back=gettext("Take it back"),
        signed=gettext("You have signed. Thank you."),
        changed=gettext(
            "The paper says something else since you signed, so your name is not on it any more. You can sign again, "
            "or leave it."
        ),
    )
