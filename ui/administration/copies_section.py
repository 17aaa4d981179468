"""Copies for several people: who, in which form, where to, how far it has come."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from coachdesk.commitments import Format
from coachdesk.commitments.labels import FORMATS
from coachdesk.i18n import Language, _, ngettext
from coachdesk.services import Batch, CopyWish
from ui.administration.copying import CopiesState, Done
from ui.kit import Button, Card, ChoiceGroup, DateField, Option, Progress, Reading, announce, label, row

_EVERYBODY, _DAY, _OWN = "everybody", "day", "own"


class CopiesSection(Reading):
    """`chosen` carries the state as it is wanted; `save_wanted` asks where to; `cancelled` is Cancel."""

    chosen = Signal(object)
    save_wanted = Signal()
    cancelled = Signal()

    def __init__(self, state: CopiesState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        for sentence in (
            _("Each copy is a file of its own. Its name is a date and a number, and nobody's name is in it."),
            _(
                "The files are not encrypted: whoever opens the folder can read them. Choose one that only you can "
                "open, and delete them there once they are given."
            ),
        ):
            self.box.addWidget(label(sentence))
        self.who = ChoiceGroup(
            _("For whom"),
            (
                Option(_EVERYBODY, _("Everybody who has a commitment that counts")),
                Option(_DAY, _("Those of them who have an appointment on a day")),
            ),
        )
        self.day = DateField(_("Which day?"))
        self.form = ChoiceGroup(_("As"), [Option(each, _(FORMATS[each])) for each in state.formats])
        words = {Language.ENGLISH: _("English"), Language.WELSH: _("Welsh")}
        languages = [Option(each, words[each]) for each in state.languages]
        self.language = ChoiceGroup(_("Language"), [Option(_OWN, _("Each person's own")), *languages])
        self._lay_out()
        for field in (self.who, self.day, self.form, self.language):
            field.edited.connect(self._edited)
        self.save.clicked.connect(self.save_wanted)
        self.progress.cancelled.connect(self.cancelled)
        self._state = state
        self._show(state)

    def _lay_out(self) -> None:
        card = Card()
        for field in (self.who, self.day, self.form, self.language):
            card.box.addWidget(field)
        self.box.addWidget(card)
        self.counted, self.outside = label("", "strong"), label("")
        self.save = Button(_("Choose a folder and save them"), "go")
        self.progress, self.found = Progress(_("Copies saved")), label("")
        self.box.addWidget(self.counted)
        self.box.addWidget(self.outside)
        held = row()
        held.addWidget(self.save)
        held.addStretch(1)
        self.box.addLayout(held)
        self.box.addWidget(self.progress)
        self.box.addWidget(self.found)
        self.box.addStretch(1)

    def render_state(self, state: CopiesState) -> None:
        """Show what is chosen, what it comes to, how far it has come, and how it ended."""
        if state != self._state:
            before, self._state = self._state, state
            self._show(state)
            if before.running is not state.running:
                self._turn(state)

    def _turn(self, state: CopiesState) -> None:
        """A run begins or ends: the keyboard stays with the button in the place of the one that went, and the end is said."""
        (self.progress.cancel if state.running else self.save).setFocus()
        if not state.running:
            announce(self, self.found.text())

    def _show(self, state: CopiesState) -> None:
        self.who.set_value(_DAY if state.by_day else _EVERYBODY)
        if state.wish.day is not None:
            self.day.set_value(state.wish.day.isoformat())
        self.day.setVisible(state.by_day)
        self.form.set_value(state.wish.kind.value)
        self.language.set_value(state.wish.language.value if state.wish.language else _OWN)
        for field in (self.who, self.day, self.form, self.language):
            field.setEnabled(not state.running)
        self.counted.setText(_counted(state))
        self.outside.setText(_left_out(state.batch.left_out) if state.batch else "")
        self.outside.setVisible(bool(state.batch and state.batch.left_out))
        self.save.setVisible(not state.running)
        self.save.setEnabled(bool(state.batch and state.batch.copies))
        self._show_run(state)

    def _show_run(self, state: CopiesState) -> None:
        self.progress.setVisible(state.running)
        if state.running and state.done is not None and state.batch is not None:
            many = len(state.batch.copies)
            words = _("Copy {number} of {many}").format(number=min(state.done.at + 1, many), many=many)
            self.progress.show_progress(state.done.at, many, words, stopping=state.stopping)
        words = " ".join(_ended(state, state.done)) if state.done is not None and not state.running else ""
        self.found.setText(words)
        self.found.setVisible(bool(words))

    def _edited(self, _value: object) -> None:
        by_day = self.who.value() == _DAY
        day, own = self.day.value(), self.language.value() in {"", _OWN}
        wish = CopyWish(
            kind=Format(self.form.value() or Format.PDF),
            language=None if own else Language(self.language.value()),
            day=date.fromisoformat(day) if by_day and isinstance(day, str) and day else None,
        )
        self.chosen.emit(replace(self._state, wish=wish, by_day=by_day))


def _counted(state: CopiesState) -> str:
    if state.batch is None:
        return _("They are being counted.") if state.wish.day or not state.by_day else ""
    return _how_many(state.batch)


def _how_many(batch: Batch) -> str:
    many = len(batch.copies)
    if not many:
        return _("There is no copy to save.")
    return ngettext("{many} copy will be saved.", "{many} copies will be saved.", many).format(many=many)


def _left_out(many: int) -> str:
    words = ngettext(
        "{many} person is left out. Look at that person first, before you give anything.",
        "{many} people are left out. Look at each of them first, before you give anything.",
        many,
    )
    return words.format(many=many)


def _ended(state: CopiesState, done: Done) -> Iterator[str]:
    """How the last run ended, in sentences."""
    if state.problem:
        yield state.problem
    elif state.stopping:
        yield _("Stopped.")
    many = done.written
    yield ngettext(
        "{many} copy was saved, and it is whole.", "{many} copies were saved, each of them whole.", many
    ).format(many=many)
    if done.kept_back:
        yield _left_out(done.kept_back)
    if done.not_made:
        words = ngettext(
            "{many} could not be made. Open the commitment by itself: it says why.",
            "{many} could not be made. Open each commitment by itself: it says why.",
            done.not_made,
        )
        yield words.format(many=done.not_made)
