"""The safety panel (interviews.md 5). It asks for nothing, scores nothing, has no time-out, and sends nothing.

While a talk is open it offers what may be kept of it (`talk.py`); nothing of that has to be used.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coachdesk.i18n import N_, _, short_date
from ui.kit import Button, Card, Columns, column, label, row, surface
from ui.kit.aside import Aside
from ui.kit.layouts import empty
from ui.kit.tabs import order_tabs
from ui.kit.text import announce
from ui.safety.numbers import call_card
from ui.safety.plan import Contacts, SafetyPlan
from ui.safety.talk import TalkPart

FIRST_LINES = (
    N_("Stay with the person."),
    N_("Keep both of you safe."),
    N_("Get someone with you."),
    N_("Ask directly, and listen."),
    N_("Get help."),
    N_("Write it down: what was said, who was told, when."),
)

FOR_TODAY = (
    N_("No commitment is issued today."),
    N_("Pause what is asked of the person."),
    N_("End the meeting kindly."),
    N_("Agree one follow-up: who does it, and by when."),
)

Site = tuple[SafetyPlan | None, Contacts]
"""The site's own plan, and whom it calls."""


class SafetyPanel(QFrame):
    """Covers everything until it is closed, other windows as well. `opened` and `closed` stop and start clock and idle lock.

    `plan` None: the site has none, and the panel says so and whom to call; it is never empty. `anew` is asked each time
    that it is opened: a plan or a number that was entered a moment ago stands there at once.
    """

    opened = Signal()
    closed = Signal()
    noted = Signal(object)  # what is typed into the sealed note
    unseal_wanted = Signal(str)  # the reason's code
    follow_wanted = Signal(str, object)  # who, and a day or None
    end_wanted = Signal()

    def __init__(
        self,
        plan: SafetyPlan | None,
        contacts: Contacts,
        parent: QWidget | None = None,
        *,
        anew: Callable[[], Site] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        self.setAccessibleName(_("Safety panel"))
        self._open = False
        self._site: Site | None = None
        self._aside, self._anew = Aside(self), anew
        self.part: TalkPart | None = None
        box = column(self, spacing=0)
        box.addWidget(self._head())
        self._body = column(spacing=0)
        box.addLayout(self._body, 1)
        self._show_site((plan, contacts))

    def open(self) -> None:
        """It is in front now."""
        if not self._open:
            self._open = True
            if self._anew is not None:
                self._show_site(self._anew())
            self.back.setFocus()
            announce(self, _("Safety panel. In danger: 999."))
            self.opened.emit()

    def close_panel(self) -> None:
        """Whoever opened it goes back to where they were."""
        if self._open:
            self._open = False
            self.closed.emit()
            empty(self._talk)
            self.part = None

    def offer(self, *, sealed_before: bool) -> None:
        """A talk is open: offer what may be kept of it. Gone again when the panel is closed."""
        self.part = TalkPart(sealed_before=sealed_before)
        self.part.noted.connect(self.noted)
        self.part.opened.connect(self.unseal_wanted)
        self.part.follow_wanted.connect(self.follow_wanted)
        self.part.end_wanted.connect(self.end_wanted)
        self._talk.addWidget(self.part)
        order_tabs(self)

    def show_said(self, said: str) -> None:
        """What was sealed in this talk before and opened on purpose."""
        if self.part is not None:
            self.part.show_said(said)

    def show_agreed(self) -> None:
        """The follow-up was kept."""
        if self.part is not None:
            self.part.show_agreed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._aside.put()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._aside.bring_back()

    def is_open(self) -> bool:
        """Whether it was opened and not closed since."""
        return self._open

    def _show_site(self, site: Site) -> None:
        if site == self._site:
            return
        self._site, self._talk = site, column(spacing=0)
        plan, contacts = site
        empty(self._body)
        self._body.addWidget(Columns([(_first(plan, contacts), 3, 520), (_second(contacts, self._talk), 2, 420)]), 1)

    def _head(self) -> QFrame:
        head = surface("top")
        line = row(head, margins=(32, 12, 24, 12), spacing=32)
        line.addWidget(label(_("Safety"), "title", wrap=False))
        line.addWidget(label(_("In danger: 999"), "title", wrap=False), 1)
        self.back = Button(_("Go back"), key="safety")
        self.back.clicked.connect(self.close_panel)
        line.addWidget(self.back)
        return head


def _first(plan: SafetyPlan | None, contacts: Contacts) -> QWidget:
    """What comes first: of a site without a plan whom to call, then the six lines all the same."""
    first = surface("clear")
    box = column(first, margins=(32, 24, 24, 24), spacing=14)
    if plan is None:
        sentence = _("Your site's plan is missing. Call {manager}. In danger: 999.")
        box.addWidget(label(sentence.format(manager=contacts.duty_manager or _("your manager")), "huge"))
    for sentence in FIRST_LINES:
        box.addWidget(label(_(sentence), "large"))
    if plan is not None:
        box.addSpacing(8)
        box.addWidget(_own(plan))
    box.addStretch(1)
    return first


def _own(plan: SafetyPlan) -> Card:
    own = Card(_("Our plan"))
    for paragraph in plan.text.split("\n\n"):
        own.box.addWidget(label(paragraph.strip()))
    if plan.dated:
        own.box.addWidget(label(_("This plan is from {date}.").format(date=short_date(plan.dated)), "hint"))
    if plan.agreed_by:
        own.box.addWidget(label(_("Agreed by {who}.").format(who=plan.agreed_by), "hint"))
    return own


def _second(contacts: Contacts, talk: QVBoxLayout) -> QWidget:
    second = surface("clear")
    side = column(second, margins=(8, 24, 32, 24), spacing=14)
    side.addWidget(call_card(contacts))
    today = Card(_("For today"))
    for sentence in FOR_TODAY:
        today.box.addWidget(label(_(sentence)))
    side.addWidget(today)
    side.addLayout(talk)
    after = Card(_("Afterwards, for you"))
    after.box.addWidget(label(contacts.support or _("Talk to your manager about your own support. Take your time.")))
    side.addWidget(after)
    side.addStretch(1)
    return second
