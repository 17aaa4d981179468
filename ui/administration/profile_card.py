"""The site profile in Administration: which one counts, and what another would set before it is taken."""

from PySide6.QtCore import Signal

from coachdesk.i18n import _, short_date
from coachdesk.services import ProfileLook
from ui.administration.profile import ProfileState
from ui.kit import Button, Card, Flow, announce, column, label
from ui.kit.layouts import empty


class ProfileCard(Card):
    """`open_wanted` asks for a file; `take_wanted`, `back_wanted` and `leave_wanted` are the other buttons."""

    open_wanted = Signal()
    take_wanted = Signal()
    back_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, state: ProfileState) -> None:
        super().__init__(_("Site profile"))
        self.box.addWidget(
            label(_("One file that sets up a site: its hours, numbers, safety plan, and what it can offer."))
        )
        self.now = label("", "strong")
        self.box.addWidget(self.now)
        self._held = column(spacing=8)
        self.box.addLayout(self._held)
        self.open_button, self.leave_button = Button(_("Open a site profile")), Button(_("Leave the site profile"))
        self.take_button, self.back_button = Button(_("Take it")), Button(_("Do not take it"))
        ways = Flow(spacing=8)
        for button, signal in (
            (self.take_button, self.take_wanted),
            (self.back_button, self.back_wanted),
            (self.open_button, self.open_wanted),
            (self.leave_button, self.leave_wanted),
        ):
            ways.addWidget(button)
            button.clicked.connect(signal)
        self.box.addLayout(ways)
        if not state.allowed:
            self.open_button.withhold()
        self.render_state(state)

    def render_state(self, state: ProfileState) -> None:
        """Show which profile counts, or what the one that was looked at would set."""
        looking = state.look is not None
        empty(self._held)
        in_use = _("In use: {name}").format(name=state.in_use)
        self.now.setText(in_use if state.in_use else _("None is in use that you opened."))
        if state.look is not None:
            self._show_look(state.look)
        for button, shown in (
            (self.take_button, looking),
            (self.back_button, looking),
            (self.open_button, not looking),
            (self.leave_button, bool(state.in_use) and not looking),
        ):
            button.setVisible(shown)

    def _show_look(self, look: ProfileLook) -> None:
        self.now.setText(_("{name} would set this:").format(name=look.name))
        announce(self, self.now.text())
        for line in look.lines:
            self._held.addWidget(label(line.meaning, "hint"))
            words = _("{value} (not taken: set by your organisation)") if line.enforced else "{value}"
            self._held.addWidget(label(words.format(value=line.value), "strong"))
        plan = look.safety_plan
        if plan is not None:
            dated = _("The site's own plan for when somebody is in danger, of {day}:")
            undated = _("The site's own plan for when somebody is in danger:")
            self._held.addWidget(label(dated.format(day=short_date(plan.dated)) if plan.dated else undated, "hint"))
            self._held.addWidget(label(plan.text))
        if look.provision:
            self._held.addWidget(label(_("What the site can refer people to, first in the directory:"), "hint"))
        for each in look.provision:
            self._held.addWidget(label(f"{each.name}: {each.refer}" if each.refer else each.name))
        signed = (
            _("Your organisation signed it.") if look.signed else _("Nobody signed it: make sure where it comes from.")
        )
        self._held.addWidget(label(signed))
        self.take_button.setFocus()
