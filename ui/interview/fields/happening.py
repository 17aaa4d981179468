"""One action that was agreed before, and what became of it."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _, long_date
from coachdesk.plans import Action, Happened, Standing
from coachdesk.plans.labels import DELAYS, HAPPENED, STANDINGS
from ui import kit
from ui.interview.planning import when_words
from ui.interview.state import Happening

WEEK, OTHER_DAY = "week", "day"


class HappeningRow(QObject):
    """A card with the action in the words in which it was agreed. `edited` carries the action's id."""

    edited = Signal(str)

    def __init__(self, action: Action, choice: kit.ChoiceGroup, card: kit.Card, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = action.id
        self.choice, self.card = choice, card
        card.box.addWidget(kit.label(action.text, "words"))
        card.box.addWidget(kit.label(when_words(action), "hint"))
        choice.label.hide()
        card.box.addWidget(choice)
        choice.edited.connect(self._edited)

    def first(self) -> QWidget:
        """Where the focus goes."""
        return self.choice

    def value(self) -> Happening:
        """What was said."""
        raise NotImplementedError

    def show(self, said: Happening) -> None:
        """Show what was said; emits nothing."""
        raise NotImplementedError

    def _edited(self, _value: object) -> None:
        self._unfold()
        self.edited.emit(self._id)

    def _unfold(self) -> None:
        """Show the part that belongs to what was chosen."""
        raise NotImplementedError


class OutcomeRow(HappeningRow):
    """Done, partly, not yet, no longer right; and what we learned, in their words."""

    def __init__(self, action: Action, today: date, parent: QWidget) -> None:
        del today
        required = action.standing is Standing.REQUIRED
        edge = kit.Edge.REQUIRED if required else kit.Edge.VOLUNTARY
        card = kit.Card(edge=edge, mark=_(STANDINGS[action.standing]))
        choices = tuple(kit.Option(each, _(HAPPENED[each])) for each in Happened)
        super().__init__(
            action, kit.ChoiceGroup(_("What became of: {action}").format(action=action.text), choices), card, parent
        )
        self.learned = kit.TextLine(_("What did we learn?"))
        self.learned.set_row(action.text)
        kit.set_state(self.learned.line, "voice", "person")
        card.box.addWidget(self.learned)
        self.learned.edited.connect(self._edited)
        self._unfold()

    def value(self) -> Happening:
        return Happening(self.choice.value(), self.learned.value())

    def show(self, said: Happening) -> None:
        self.choice.set_value(said.happened)
        self.learned.set_value(said.learned)
        self._unfold()

    def _unfold(self) -> None:
        self.learned.setVisible(bool(self.choice.value()))


class PromiseRow(HappeningRow):
    """Done, in part, by next week, by another day, or no longer right: one key; and one more for why not yet."""

    def __init__(self, action: Action, today: date, parent: QWidget) -> None:
        self._week = (today + timedelta(weeks=1)).isoformat()
        card = kit.Card(edge=kit.Edge.OURS, mark=_("Ours"))
        week = long_date(today + timedelta(weeks=1))
        choices = (
            kit.Option(Happened.DONE, _("Done")),
            kit.Option(WEEK, _("Not yet, and I am sorry: by {date}").format(date=week)),
            kit.Option(OTHER_DAY, _("Not yet, and I am sorry: by another day")),
            kit.Option(Happened.NO_LONGER_RIGHT, _("No longer right")),
            kit.Option(Happened.PARTLY, _("In part, and the rest by {date}").format(date=week)),
        )
        if action.by is not None and action.by < today:
            missed = _("We said by {date}. That day has passed, and this is not done.")
            card.box.addWidget(kit.label(missed.format(date=long_date(action.by)), "strong"))
        super().__init__(
            action, kit.ChoiceGroup(_("What became of: {action}").format(action=action.text), choices), card, parent
        )
        self.day = kit.DateField(_("By which day?"))
        self.why = kit.ChoiceGroup(
            _("Why not yet?"), tuple(kit.Option(each, _(words)) for each, words in DELAYS.items()), beside=True
        )
        for part in (self.day, self.why):
            part.set_row(action.text)
            card.box.addWidget(part)
            part.edited.connect(self._edited)
        self._unfold()

    def value(self) -> Happening:
        chosen = self.choice.value()
        if chosen in {WEEK, Happened.PARTLY}:
            happened = Happened.PARTLY if chosen == Happened.PARTLY else Happened.NOT_YET
            return Happening(happened, "", self._week, self.why.value())
        if chosen == OTHER_DAY:
            return Happening(Happened.NOT_YET, "", self.day.value(), self.why.value())
        return Happening(chosen)

    def show(self, said: Happening) -> None:
        chosen = said.happened
        if chosen == Happened.NOT_YET:
            chosen = WEEK if said.new_by == self._week else OTHER_DAY
        self.choice.set_value(chosen)
        if chosen == OTHER_DAY:
            self.day.set_value(said.new_by)
        self.why.set_value(said.delay)
        self._unfold()

    def _unfold(self) -> None:
        chosen = self.choice.value()
        self.day.setVisible(chosen == OTHER_DAY)
        self.why.setVisible(chosen in {WEEK, OTHER_DAY, Happened.PARTLY})
