"""The safety panel (interviews.md 5). It has no field, no score, no colour that judges, no time-out, and sends nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from coachdesk.i18n import N_, _, short_date
from ui.kit import Button, Card, Columns, column, label, row, surface
from ui.kit.text import announce
from ui.safety.plan import Contacts, Nation, SafetyPlan

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

# Who to call for mental health in each nation: NHS 111 option 2, NHS 24, CALL (interviews.md 5).
HELPLINES = {
    Nation.ENGLAND: (N_("Mental health crisis"), N_("NHS 111, choose the mental health option")),
    Nation.SCOTLAND: (N_("Mental health crisis"), N_("NHS 24: 111, choose the mental health option")),
    Nation.WALES: (N_("Mental health crisis"), N_("NHS 111, press 2. To talk: CALL, 0800 132 737")),
}
SAMARITANS = (N_("Someone to listen"), N_("Samaritans 116 123. Not the emergency route."))


class SafetyPanel(QFrame):
    """Covers everything until it is closed. `opened` and `closed` stop and start the clock and the idle lock.

    `plan` None: the site has none, and the panel says so and whom to call; it is never empty.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, plan: SafetyPlan | None, contacts: Contacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        self.setAccessibleName(_("Safety panel"))
        self._open = False
        box = column(self, spacing=0)
        box.addWidget(self._head())
        box.addWidget(_with_plan(plan, contacts) if plan else _missing(contacts), 1)

    def open(self) -> None:
        """It is in front now."""
        if not self._open:
            self._open = True
            self.back.setFocus()
            announce(self, _("Safety panel. In danger: 999."))
            self.opened.emit()

    def close_panel(self) -> None:
        """Whoever opened it goes back to where they were."""
        if self._open:
            self._open = False
            self.closed.emit()

    def is_open(self) -> bool:
        """Whether it was opened and not closed since."""
        return self._open

    def _head(self) -> QFrame:
        head = surface("top")
        line = row(head, margins=(32, 12, 24, 12), spacing=16)
        line.addWidget(label(_("Safety"), "title", wrap=False))
        line.addWidget(label(_("In danger: 999"), "title", wrap=False), 1)
        self.back = Button(_("Go back"), key="safety")
        self.back.clicked.connect(self.close_panel)
        line.addWidget(self.back)
        return head


def _with_plan(plan: SafetyPlan, contacts: Contacts) -> QWidget:
    first = surface("clear")
    box = column(first, margins=(32, 24, 24, 24), spacing=14)
    for sentence in FIRST_LINES:
        box.addWidget(label(_(sentence), "large"))
    box.addSpacing(8)
    own = Card(_("Our plan"))
    for paragraph in plan.text.split("\n\n"):
        own.box.addWidget(label(paragraph.strip()))
    if plan.dated:
        own.box.addWidget(label(_("This plan is from {date}.").format(date=short_date(plan.dated)), "hint"))
    if plan.agreed_by:
        own.box.addWidget(label(_("Agreed by {who}.").format(who=plan.agreed_by), "hint"))
    box.addWidget(own)
    box.addStretch(1)
    second = surface("clear")
    side = column(second, margins=(8, 24, 32, 24), spacing=14)
    side.addWidget(_call(contacts))
    today = Card(_("For today"))
    for sentence in FOR_TODAY:
        today.box.addWidget(label(_(sentence)))
    side.addWidget(today)
    after = Card(_("Afterwards, for you"))
    after.box.addWidget(label(contacts.support or _("Talk to your manager about your own support. Take your time.")))
    side.addWidget(after)
    side.addStretch(1)
    return Columns([(first, 3, 520), (second, 2, 420)])


def _call(contacts: Contacts) -> Card:
    numbers = [
        (_("Emergency"), "999"),
        (_("Crisis team"), contacts.crisis_team),
        _translated(HELPLINES[contacts.nation]),
        (_("Duty manager"), contacts.duty_manager),
        (_("Safeguarding lead"), contacts.safeguarding_lead),
        (_("Colleague to sit with you"), contacts.partner_extension),
        _translated(SAMARITANS),
    ]
    card = _numbers([line for line in numbers if line[1]])
    card.box.addWidget(label(_("CoachDesk cannot call or send anything. Use the phone."), "hint"))
    return card


def _missing(contacts: Contacts) -> QWidget:
    content = surface("clear")
    box = column(content, margins=(32, 32, 32, 24), spacing=20)
    sentence = _("Your site's plan is missing. Call {manager}. In danger: 999.")
    box.addWidget(label(sentence.format(manager=contacts.duty_manager or _("your manager")), "huge"))
    box.addWidget(_numbers([(_("Emergency"), "999"), _translated(SAMARITANS)]))
    box.addStretch(1)
    return content


def _numbers(lines: list[tuple[str, str]]) -> Card:
    card = Card(_("Who to call"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for number, (who, how) in enumerate(lines):
        grid.addWidget(label(who, "hint"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(how, "strong"), number, 1)
    card.box.addLayout(grid)
    return card


def _translated(line: tuple[str, str]) -> tuple[str, str]:
    return _(line[0]), _(line[1])
