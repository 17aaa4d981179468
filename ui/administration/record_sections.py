"""What can only be read: the organisation's settings, who looked at what."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal

from coachdesk.i18n import N_, _, ngettext
from coachdesk.policy import SetBy
from coachdesk.services.checkpoints import standing_of_audit
from ui.administration.profile import ProfileState
from ui.administration.profile_card import ProfileCard
from ui.administration.state import AdministrationState, AuditState
from ui.administration.work_sections import said_moment
from ui.kit import Button, Card, Chip, Flow, Reading, Row, RowsView, label, row, set_state

_ORIGINS: Mapping[SetBy, tuple[str, str]] = {
    SetBy.ENFORCED: (N_("Set by your organisation"), "lock"),
    SetBy.DEFAULT: (N_("Suggested by your organisation"), ""),
    SetBy.PROFILE: (N_("From the site profile"), ""),
}


class SettingsSection(Reading):
    """Every setting that an organisation may fix, as it holds here."""

    def __init__(self, state: AdministrationState, profile: ProfileState) -> None:
        super().__init__(margins=(0, 8, 4, 24), spacing=12)
        self.profile = ProfileCard(profile)
        self.box.addWidget(self.profile)
        for words in _whom_to_ask({each.name: each.value for each in state.settings}):
            self.box.addWidget(label(words, "strong"))
        fixed = any(each.origin is not SetBy.PROGRAM for each in state.settings)
        words = (
            _("Your organisation has set what is marked. The rest is as the program comes.")
            if fixed
            else _("Your organisation has set nothing here. Everything is as the program comes.")
        )
        self.box.addWidget(label(words))
        said = {"True": _("Yes"), "False": _("No")}
        for each in state.settings:
            card = Card()
            head = row()
            head.addWidget(label(each.meaning, "strong"), 1)
            if each.origin in _ORIGINS:
                words, icon = _ORIGINS[each.origin]
                head.addWidget(Chip(_(words), icon))
            card.box.addLayout(head)
            card.box.addWidget(label(said.get(each.value, each.value) or _("Nothing set")))
            card.box.addWidget(label(_("In the policy file: {name}").format(name=each.name), "hint"))
            self.box.addWidget(card)
        self.box.addStretch(1)


def _whom_to_ask(values: Mapping[str, str]) -> Iterator[str]:
    if values["organisation"]:
        yield _("{organisation} answers for this program here.").format(organisation=values["organisation"])
    if values["support_contact"]:
        yield _("When it does not work, ask: {contact}").format(contact=values["support_contact"])


class AuditSection(Reading):
    """The newest lines, and whether any was altered. `save_wanted` and `compare_wanted` are about checkpoints."""

    check_wanted = Signal()
    save_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self.whole = label("")
        self.box.addWidget(self.whole)
        self.box.addWidget(
            label(
                _("A checkpoint that lies elsewhere shows later whether this list was cut off or built anew."), "hint"
            )
        )
        self.save_button, self.compare_button = Button(_("Save a checkpoint")), Button(_("Compare with a checkpoint"))
        self.check_button = Button(_("Check the whole list"))
        ways = Flow(spacing=8)
        ways.addWidget(self.check_button)
        ways.addWidget(self.save_button)
        ways.addWidget(self.compare_button)
        self.box.addLayout(ways)
        self.check_button.clicked.connect(self.check_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.compare_button.clicked.connect(self.compare_wanted)
        self.lines = RowsView(_("Who looked at what, newest first"))
        self.box.addWidget(self.lines, 1)
        self.render_state(None)

    def render_state(self, state: AuditState | None) -> None:
        """Show the lines; None while they are being read."""
        self.lines.setVisible(state is not None)
        if state is None:
            self.whole.setText(_("The list is being read."))
            return
        set_state(self.whole, "role", "good" if state.checked.fine else "error")
        many = len(state.rows)
        more = (
            _("Tell whoever looks after this computer.")
            if state.checked.broken_at
            else ngettext("This is its only line.", "These are the newest {n} lines.", many).format(n=many)
        )
        self.whole.setText(f"{standing_of_audit(state.checked)} {more}")
        self.lines.set_rows(
            tuple(
                Row(str(number), (each.text, each.whose, each.who, said_moment(each.at)))
                for number, each in enumerate(state.rows)
            )
        )
