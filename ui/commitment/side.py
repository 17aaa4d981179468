"""Beside the page: what stands in the way, what to look at once more, what was said, format and language."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.clock import local
from coachdesk.commitments import OUTCOMES, SECOND_OPINION, Format
from coachdesk.i18n import Language, _, clock_time, long_date, short_date
from ui.commitment.outcome import OutcomeFields
from ui.commitment.state import ALWAYS, CommitmentState
from ui.kit import Button, CheckGroup, ChoiceGroup, Option, TextLine, column, label
from ui.kit.layouts import empty


class Side(QFrame):
    """`language`, `format` and `formats_wanted` carry what was chosen, `paper_name` a name.

    `plan_wanted` asks for the plan.
    """

    language = Signal(object)
    format = Signal(object)
    formats_wanted = Signal(object)
    plan_wanted = Signal()
    paper_name = Signal(str)
    earlier_wanted = Signal(str)
    outcome = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "right")
        box = column(self, margins=(20, 20, 20, 20), spacing=18)
        head = column(spacing=2)
        self.standing, self.since = label("", "heading"), label("", "hint")
        head.addWidget(self.standing)
        head.addWidget(self.since)
        box.addLayout(head)
        self.stops = _Sentences(_("What stands in the way"), "problem")
        self.letters = _Letters()
        self.to_plan = Button(_("Open the plan"), "link", icon="next")
        self.formats = ChoiceGroup(_("Read it, and save it, as"), [Option(each, words) for each, words in _forms()])
        self.wanted = CheckGroup(
            _("Also give"),
            [Option(each, words) for each, words in _forms() if each not in ALWAYS],
            hint=_("The page and the text are made in any case. Every other form can be made later, too."),
        )
        self.languages = ChoiceGroup(
            _("Language"), (Option(Language.ENGLISH, _("English")), Option(Language.WELSH, _("Welsh")))
        )
        self.said = _Sentences(_("What was said to it"))
        self.fields = OutcomeFields()
        self.missing = _Sentences(_("Not answered yet"))
        self.notes = _Sentences(_("To look at once more"))
        self.earlier = Button("", "link", icon="paper")
        for each in (
            *(self.stops, self.letters, self.to_plan, self.formats, self.languages, self.wanted, self.said),
            *(self.fields, self.missing, self.notes, self.earlier),
        ):
            box.addWidget(each)
        box.addStretch(1)
        self.to_plan.clicked.connect(self.plan_wanted)
        self.letters.named.connect(self.paper_name)
        self.formats.edited.connect(self._format)
        self.languages.edited.connect(self._language)
        self.wanted.edited.connect(self._wanted)
        self.earlier.clicked.connect(self._earlier)
        self.fields.edited.connect(self.outcome)

    def show_side(self, state: CommitmentState) -> None:
        """Show what there is to say about the document."""
        issued = state.commitment
        self.standing.setText(_standing(state))
        self.since.setText(_since(state))
        self.since.setVisible(issued is not None)
        self.stops.show_sentences([said for each in state.stops for said in (each.text, *each.lines)])
        self.letters.show_letters(state)
        self.to_plan.setVisible(bool(state.stops) or (bool(state.unprintable) and not state.in_name))
        self.formats.set_value(state.format.value)
        self.languages.set_value(state.language.value)
        self.wanted.set_value([each.value for each in state.wanted])
        self.wanted.setVisible(issued is None)
        self.said.show_sentences(_said(state) if issued is None else ())
        self.fields.setVisible(issued is not None)
        self.fields.show_said(state.said, state.person.name)
        self.missing.show_sentences(state.missing)
        self.notes.show_sentences([each.text for each in state.notes])
        self._show_earlier(state)

    def _show_earlier(self, state: CommitmentState) -> None:
        shown = state.earlier[0] if state.earlier and state.commitment is None else None
        self.earlier.setVisible(shown is not None)
        if shown is not None:
            words = _("Show {number}, edition {edition}, issued before")
            self.earlier.set_words(words.format(number=shown.number, edition=shown.edition))
            self.earlier.setProperty("commitment", shown.id)

    def _format(self, value: object) -> None:
        self.format.emit(Format(str(value or Format.PDF)))

    def _wanted(self, value: object) -> None:
        chosen = value if isinstance(value, list) else []
        self.formats_wanted.emit(tuple(Format(each) for each in chosen))

    def _language(self, value: object) -> None:
        self.language.emit(Language(str(value or Language.ENGLISH)))

    def _earlier(self) -> None:
        self.earlier_wanted.emit(self.earlier.property("commitment"))


class _Sentences(QFrame):
    """A heading and sentences under it; nothing where there are none."""

    def __init__(self, heading: str, kind: str = "clear", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", kind)
        edge = 14 if kind != "clear" else 0
        box = column(self, margins=(edge, edge and 10, edge, edge and 12), spacing=6)
        box.addWidget(label(heading, "label"))
        self._held = column(spacing=6)
        box.addLayout(self._held)
        self._shown: tuple[str, ...] = ()
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        self.setVisible(bool(sentences))
        if tuple(sentences) != self._shown:
            self._shown = tuple(sentences)
            empty(self._held)
            for sentence in sentences:
                self._held.addWidget(label(sentence))

    def sentences(self) -> tuple[str, ...]:
        """What is said."""
        return self._shown


class _Letters(QFrame):
    """Characters that cannot be printed, by name; and, where they are in a name, the place to write it otherwise."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "problem")
        box = column(self, margins=(14, 10, 14, 12), spacing=8)
        box.addWidget(label(_("Letters that cannot be printed"), "label"))
        self._which = label("")
        box.addWidget(self._which)
        self.name = TextLine(_("The name in Latin letters"), hint=_("For the paper only. The name itself is kept."))
        self.use = Button(_("Use it on the paper"))
        for each in (self.name, self.use):
            box.addWidget(each)
        self.use.clicked.connect(self._use)
        self.name.line.returnPressed.connect(self._use)

    def show_letters(self, state: CommitmentState) -> None:
        self.setVisible(bool(state.unprintable))
        words = _("Our fonts do not have: {letters}. They are kept as they were typed. Add a Latin spelling.")
        self._which.setText(words.format(letters=", ".join(_named(each) for each in state.unprintable)))
        for each in (self.name, self.use):
            each.setVisible(state.in_name)

    def _use(self) -> None:
        self.named.emit(str(self.name.value()))


def _forms() -> tuple[tuple[Format, str], ...]:
    """The formats in words."""
    return (
        (Format.PDF, _("The page (PDF)")),
        (Format.LARGE, _("Large print (PDF)")),
        (Format.EASY, _("Easy read (PDF)")),
        (Format.HTML, _("Web page, for screen readers and braille")),
        (Format.TEXT, _("Text")),
    )


def _named(character: str) -> str:
    """The character with its number, because the screen may not have it either."""
    return f"{character} (U+{ord(character):04X})"


def _standing(state: CommitmentState) -> str:
    if state.busy:
        return state.busy
    if state.commitment is not None:
        return _("{number}, edition {edition}").format(number=state.commitment.number, edition=state.commitment.edition)
    return _("Not issued yet") if state.can_issue else _("Cannot be issued yet")


def _since(state: CommitmentState) -> str:
    if state.commitment is None:
        return ""
    moment = local(state.commitment.issued_at)
    return _("Issued on {day} at {time}. It is kept in the vault as it is.").format(
        day=long_date(moment.date()), time=clock_time(moment.time())
    )


def _said(state: CommitmentState) -> tuple[str, ...]:
    """What the person said, in the words of screens."""
    said = state.said
    return (
        _(OUTCOMES[said.outcome]) if said.outcome is not None else _("Nobody has asked yet."),
        *((_(SECOND_OPINION),) if said.second_opinion else ()),
        *((_("Time to think until {day}").format(day=short_date(said.think_until)),) if said.think_until else ()),
    )
