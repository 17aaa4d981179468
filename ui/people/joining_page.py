"""Two records of one person on the screen: finding the other one, both beside one another, and joining them."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.i18n import _
from coachdesk.people.labels import same_words
from ui import keys
from ui.identity import identity_of
from ui.kit import (
    Button,
    ChoiceGroup,
    Flow,
    Identity,
    Option,
    Page,
    Reading,
    RowsView,
    SideBySide,
    TextLine,
    column,
    label,
    row,
    scrolling,
    surface,
)
from ui.kit.tabs import order_tabs
from ui.people.joining_presenter import JoiningPresenter
from ui.people.joining_state import JoiningState
from ui.people.rows import candidate_row

MOST = 8


class JoiningPage(Page):
    """Shows a `JoiningState`."""

    def __init__(self, presenter: JoiningPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._comparing: bool | None = None
        self.back = Button(_("Back"), "link", icon="back", key="back")
        self.intro = label("")
        self.find_box = TextLine(
            _("Find the other record"), hint=_("A name, a date of birth or a phone number, misspelt too")
        )
        self.list = RowsView(_("Records that may be of the same person"))
        self.nobody = label(_("No other record is like this one. Type what you know of the other one."))
        self.both = SideBySide(_("Both records"))
        self.stays = ChoiceGroup(
            _("Which record stays?"),
            (Option("left", _("This record")), Option("right", _("The other record"))),
            hint=_("Everything of the other one is added to it."),
        )
        self.told = [label(), label()]
        self.join = Button("", "go", key="continue")
        self.another = Button(_("Compare with another record"), "link")
        box = column(self, spacing=0)
        box.addWidget(scrolling(self._content()), 1)
        self.under = self._foot()
        box.addWidget(self.under)
        self._connect()
        order_tabs(self)
        if presenter.state is not None:
            self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: JoiningState) -> None:
        """Show whom to compare with, or both."""
        comparing = state.both is not None
        self.intro.setText(_intro(state))
        self.find_box.set_value(state.text)
        with QSignalBlocker(self.list):
            self.list.set_rows([candidate_row(each) for each in state.candidates])
            self.list.fit(MOST)
        self.find_box.setVisible(not comparing)
        self.list.setVisible(not comparing and bool(state.candidates))
        self.nobody.setVisible(not comparing and not state.candidates)
        self._show_both(state)
        for each in (self.both, self.join, self.under, *self.told):
            each.setVisible(comparing)
        for each in (self.stays, self.another):
            each.setVisible(comparing and not state.new)
        if comparing is not self._comparing:
            self._comparing = comparing
            (self.both.table if comparing else self.find_box).setFocus()
        self.standing_changed.emit()

    def identity(self) -> Identity | None:
        state = self.presenter.state
        return None if state is None or state.new else identity_of(state.person)

    def arrived(self) -> None:
        (self.both.table if self._comparing else self.find_box).setFocus()

    def _show_both(self, state: JoiningState) -> None:
        if state.new:
            self.both.set_sides(_("What you typed"), _("The record that is here"))
        else:
            self.both.set_sides(_("This record"), _("The other record"))
        self.both.set_rows(state.rows)
        self.stays.set_value(state.stays)
        self.join.set_words(_("Use the record that is here") if state.new else _("Join the two records"))
        for each, text in zip(self.told, _told(state), strict=True):
            each.setText(text)

    def _content(self) -> QFrame:
        content = surface("clear")
        box = column(content, margins=(24, 18, 24, 18), spacing=12)
        head = Flow()
        head.addWidget(self.back)
        box.addLayout(head)
        box.addWidget(label(_("Two records of one person"), "title"))
        finding, ending = Reading(margins=(0, 0, 0, 0)), Reading(margins=(0, 0, 0, 0))
        finding.box.addWidget(self.intro)
        finding.box.addWidget(self.find_box)
        box.addWidget(finding)
        box.addWidget(self.nobody)
        box.addWidget(self.list)
        box.addWidget(self.both)
        ending.box.addWidget(self.stays)
        for each in self.told:
            ending.box.addWidget(each)
        box.addWidget(ending)
        box.addStretch(1)
        return content

    def _foot(self) -> QFrame:
        foot = surface("bottom")
        going = row(foot, margins=(24, 10, 24, 10), spacing=16)
        going.addWidget(self.join)
        going.addWidget(self.another)
        going.addStretch(1)
        return foot

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self.render_state)
        self.back.clicked.connect(presenter.back)
        self.find_box.edited.connect(presenter.find)
        self.list.opened.connect(presenter.compare)
        self.list.clicked.connect(self._clicked)
        self.both.edited.connect(presenter.choose)
        self.stays.edited.connect(self._keep)
        self.join.clicked.connect(presenter.confirm)
        self.another.clicked.connect(presenter.choose_another)
        keys.bind(self, "back", presenter.back)
        keys.bind(self, "continue", presenter.confirm)

    def _clicked(self) -> None:
        self.presenter.compare(self.list.chosen_id())

    def _keep(self) -> None:
        self.presenter.keep("right" if self.stays.value() == "right" else "left")


def _intro(state: JoiningState) -> str:
    if state.new:
        return _("Is it the same person? Then nobody has to be added, and nothing is typed twice.")
    if state.both is None:
        return _("Choose the other record of {name}. Nothing is joined before you have seen both.").format(
            name=state.person.name
        )
    if state.both.same is None:
        return _("Nothing in the records shows that this is one person. Look closely before you join them.")
    return _("{why}. Look at both records before you join them.").format(why=same_words(state.both.same))


def _told(state: JoiningState) -> tuple[str, str]:
    if state.new:
        return _("Where you change nothing, the record that is here stays as it is."), ""
    return (
        _("Everything of both records is kept, and what came from the other one says so."),
        _(
            "You can take them apart again under Details. What came from the other record then goes back, with what "
            "belongs to it. Whatever else you added stays with the record that stays."
        ),
    )
