"""The one window: rail, top bar, notice bar, identity bar, and the pages. It knows no service and no person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from coachdesk.i18n import _
from ui import keys, settings
from ui.help import HelpSheet
from ui.kit import IdentityBar, Notice, NoticeBar, Page, column, row, surface
from ui.kit.found import FoundList
from ui.kit.neutral import GRACE, NeutralScreen
from ui.kit.rail import Rail, Stop
from ui.kit.regions import to_next
from ui.kit.top_bar import TopBar
from ui.kit.turned import TurnedScreen
from ui.safety import SafetyPanel

SMALLEST = QSize(1024, 640)
"""Inside a screen of 1366 x 768 with its task bar."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page and how one gets there: `name` is its id; without an icon it is no stop of the rail.

    `make` makes the page when somebody first goes there: the day is not held up by pages that it may not need.
    """

    name: str
    make: Callable[[], Page]
    words: str = ""
    icon: str = ""
    key: str = ""
    foot: bool = False


class MainWindow(QWidget):
    """Holds the pages and goes between them. What it cannot do itself it says in a signal."""

    lock_wanted = Signal()
    searched = Signal(str)
    found = Signal(str)
    acted = Signal(str)  # the action id of a notice
    text_size_wanted = Signal(int)  # +1 or -1 step
    safety_opened = Signal()
    safety_closed = Signal()
    went = Signal(str)
    closing = Signal(object)  # QCloseEvent: whoever still needs the window ignores it

    def __init__(
        self,
        places: Sequence[Place],
        *,
        site: str,
        safety: SafetyPanel,
        store: QSettings,
        grace: float = GRACE,
        first: str = "",
    ) -> None:
        super().__init__()
        self.setWindowTitle("CoachDesk")  # never a name: it stands in the task bar
        self.setMinimumSize(SMALLEST)
        self.places = {place.name: place for place in places}
        self._settings, self._safety, self._private = store, safety, False
        self._back_to: list[tuple[int, QWidget | None]] = []
        self.rail = Rail("CoachDesk", _stops(places))
        self.top = TopBar(site)
        self.notices = NoticeBar()
        self.identity = IdentityBar()
        self.pages = QStackedWidget()
        self._made: dict[str, Page] = {}
        self._layers = QStackedWidget()
        self._frame = self._make_frame()
        self._neutral, self._turned = NeutralScreen(grace=grace), TurnedScreen()
        for layer in (self._frame, self._neutral, self._turned, safety):
            self._layers.addWidget(layer)
        column(self, spacing=0).addWidget(self._layers)
        self.found_list = FoundList(self.top.find_box)
        self._connect()
        self._bind()
        self.resize(1366, 768)
        self.restoreGeometry(settings.WINDOW.get(store))
        self.go(first or next(iter(self.places)))

    def go(self, name: str) -> None:
        """Bring a page to the front. From an open interview only to what belongs to it: its plan, its commitment."""
        page = self._page_of(name)
        here = self.page()
        if here is not page and here.interview_open() and not page.interview_open():
            self.show_notice(Notice(_("Pause or end the interview first. Then other people can be seen.")))
            return
        if here is not page:
            here.leaving()
        self.pages.setCurrentWidget(page)
        self.rail.set_here(name)
        page.arrived()
        self._look_again()
        self.went.emit(name)

    def page(self) -> Page:
        """The page in front."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    def here(self) -> str:
        """The name of the page in front."""
        return next(name for name, page in self._made.items() if page is self.page())

    def show_notice(self, notice: Notice) -> None:
        """Say this above the content."""
        self.notices.show_notice(notice)

    def hide_now(self) -> None:
        """Everything is gone from sight at once; Esc never does this, and never undoes it."""
        if self._layers.currentWidget() is not self._neutral:
            self._cover(self._neutral)
            self._neutral.begin()

    def is_hidden_now(self) -> bool:
        """Whether everything was hidden, and nobody has come back since; the safety panel may be in front."""
        return any(layer == self._layers.indexOf(self._neutral) for layer, _focus in self._back_to) or (
            self._layers.currentWidget() is self._neutral
        )

    def is_turned(self) -> bool:
        """Whether the screen shows what the person may see, and nothing else."""
        return self._layers.currentWidget() is self._turned

    def turn(self) -> None:
        """Turn the screen to the person, or back."""
        if self.is_turned():
            self._turned.back.click()
            return
        view = self.page().turned()
        if view is None:
            self.show_notice(Notice(_("There is nothing on this page to show to the person.")))
        elif self._layers.currentWidget() is self._frame:
            self._cover(self._turned)
            self._turned.show_view(view)

    def toggle_safety(self) -> None:
        """Open the safety panel over everything, or go back."""
        front = self._layers.currentWidget()
        if front is self._safety:
            self._safety.close_panel()
        elif self._safety.is_open():
            self._neutral.back.click()
        else:
            self._cover(self._safety)
            self._safety.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        settings.WINDOW.set(self._settings, self.saveGeometry())
        super().closeEvent(event)
        self.closing.emit(event)

    def _page_of(self, name: str) -> Page:
        if name not in self._made:
            self._made[name] = self.places[name].make()
            self._made[name].standing_changed.connect(self._look_again)
        page = self._made[name]
        if self.pages.indexOf(page) < 0:  # new, or put aside
            self.pages.addWidget(page)
        return page

    def _put_aside(self) -> None:
        """Take all other pages out of the stack: what is only hidden in it is still told to a screen reader."""
        self.found_list.forget()
        here = self.page()
        for page in self._made.values():
            if page is not here:
                self.pages.removeWidget(page)

    def _make_frame(self) -> QFrame:
        frame = surface("page")
        line = row(frame, spacing=0)
        line.addWidget(self.rail)
        right = column(spacing=0)
        line.addLayout(right, 1)
        right.addWidget(self.top)
        right.addWidget(self.identity)
        held = column(margins=(24, 0, 24, 0), spacing=0)
        held.addWidget(self.notices)
        right.addLayout(held)
        right.addWidget(self.pages, 1)
        return frame

    def _connect(self) -> None:
        self.rail.went.connect(self._pressed)
        self.top.searched.connect(self.searched)
        self.found_list.taken.connect(self.found)
        self.notices.acted.connect(self.acted)
        self._neutral.returned.connect(self._uncover)
        self._neutral.expired.connect(self._hidden_long)
        self._turned.closed.connect(self._uncover)
        self._safety.closed.connect(self._after_safety)
        self._safety.opened.connect(self.safety_opened)
        self._safety.closed.connect(self.safety_closed)

    def _bind(self) -> None:
        """The keys that work everywhere; pages bind their own."""
        slots = {
            "help": self.show_keys, "find": self._find, "regions": self._next_region, "notice": self._act,
            "turn": self.turn, "hide": self.hide_now, "safety": self.toggle_safety, "lock": self.lock_wanted.emit,
            "larger": self._larger, "smaller": self._smaller,
        }  # fmt: skip
        for action_id, slot in slots.items():
            keys.bind(self, action_id, slot)
        keys.InDialogs(self, "safety", self.toggle_safety)
        for name, place in self.places.items():
            if place.key:
                keys.bind(self, place.key, self._go_by_key).setData(name)

    def show_keys(self) -> None:
        """The F1 sheet."""
        if self._layers.currentWidget() is self._frame:
            HelpSheet(self).open()

    def _act(self) -> None:
        """What a notice offers is done where the notice can be read."""
        if self._layers.currentWidget() is self._frame:
            self.notices.act()

    def _go_by_key(self) -> None:
        action = self.sender()
        if self._layers.currentWidget() is self._frame and isinstance(action, QAction):
            self.go(action.data())

    def _pressed(self, stop: str) -> None:
        if stop == "lock":
            self.lock_wanted.emit()
        elif stop == "safety":
            self.toggle_safety()
        else:
            self.go(stop)

    def _look_again(self) -> None:
        """Who is this about, and may others be seen?"""
        page = self.page()
        self.identity.set_identity(page.identity())
        before, self._private = self._private, page.interview_open()
        self.rail.set_private(private=self._private)
        self.top.set_private(private=self._private)
        if self._private:
            self._put_aside()
            if not before:
                self.notices.forget()

    def _find(self) -> None:
        if not self._private:
            self.top.find_box.setFocus()
            self.top.find_box.selectAll()

    def _larger(self) -> None:
        self.text_size_wanted.emit(1)

    def _smaller(self) -> None:
        self.text_size_wanted.emit(-1)

    def _next_region(self) -> None:
        """Rail, top bar, notice, page, and round again."""
        to_next([each for each in (self.rail, self.top, self.notices, self.pages) if each.isVisible()])

    def _cover(self, layer: QWidget) -> None:
        self._back_to.append((self._layers.currentIndex(), self.focusWidget()))
        self._layers.setCurrentWidget(layer)

    def _hidden_long(self) -> None:
        """It locks, but never under the safety panel: that has no time-out."""
        if self._layers.currentWidget() is not self._safety:
            self.lock_wanted.emit()

    def _after_safety(self) -> None:
        self._uncover()
        if self._layers.currentWidget() is self._neutral and not self._neutral.may_return():
            self.lock_wanted.emit()

    def _uncover(self) -> None:
        layer, focus = self._back_to.pop()
        self._layers.setCurrentIndex(layer)
        if focus is not None:
            focus.setFocus()


def _stops(places: Sequence[Place]) -> list[Stop]:
    pages = [Stop(place.name, place.words, place.icon, place.key, foot=place.foot) for place in places if place.icon]
    return [
        *(stop for stop in pages if not stop.foot),
        Stop("safety", _("Safety panel"), "safety", "safety", foot=True, place=False, stays=True),
        *(stop for stop in pages if stop.foot),
        Stop("lock", _("Lock"), "lock", "lock", foot=True, place=False, stays=True),
    ]
