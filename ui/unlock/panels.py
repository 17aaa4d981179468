"""The faces of the first screen. Each shows a state and says in a signal what the coach wants."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.clock import local
from coachdesk.i18n import _, clock_time, long_date, ngettext
from ui.kit.buttons import Button
from ui.kit.layouts import column, row
from ui.kit.recovery_key import RecoveryKey
from ui.kit.text import announce, label, set_state
from ui.kit.text_fields import PassphraseLine, SecretLine, TextLine
from ui.unlock.state import UnlockState

if TYPE_CHECKING:
    from coachdesk.policy import Policy


class Panel(QWidget):
    """A heading, a few fields, what is wrong, and the next step."""

    wanted = Signal()

    def __init__(self, title: str, go: str) -> None:
        super().__init__()
        self.box = column(self, spacing=16)
        self.title = label(title, "title")
        self.box.addWidget(self.title)
        self.problem = label("", "error")
        self.problem.hide()
        self.go = Button(go, "go")
        self.go.clicked.connect(self.wanted)

    def finish(self, *below: QWidget) -> None:
        """Put what is wrong, the next step and whatever is less likely below the fields."""
        self.box.addWidget(self.problem)
        foot = row()
        foot.addWidget(self.go)
        foot.addStretch(1)
        self.box.addLayout(foot)
        for each in below:
            if not isinstance(each, Button):
                self.box.addWidget(each)
                continue
            held = row()
            held.addWidget(each)
            held.addStretch(1)
            self.box.addLayout(held)
        self.box.addStretch(1)

    def begin(self) -> None:
        """Put the focus where typing starts."""
        for field in self.findChildren(TextLine):
            if not field.value():
                field.setFocus()
                return

    def add_field(self, field: TextLine) -> None:
        """A field whose Enter key means the next step."""
        self.box.addWidget(field)
        field.line.returnPressed.connect(self.wanted)

    def render_state(self, state: UnlockState) -> None:
        """Show what is wrong and whether something is going on."""
        if state.problem != self.problem.text():
            announce(self, state.problem)
        self.problem.setText(state.problem)
        self.problem.setVisible(bool(state.problem))
        self.go.setEnabled(not state.busy and not state.wait)


class OpenPanel(Panel):
    """Who this vault belongs to, the passphrase, nothing else; or the passphrase of a backup, where there is no vault."""

    lost = Signal()
    backup_wanted = Signal()
    look_wanted = Signal()
    make_wanted = Signal()

    def __init__(self, owner: str) -> None:
        super().__init__(_("Unlock CoachDesk"), _("Unlock"))
        self._owner = owner
        self.whose = label("")
        self.box.addWidget(self.whose)
        self.passphrase = PassphraseLine(_("Passphrase"))
        self.add_field(self.passphrase)
        self.lost_button = Button(_("Use the recovery key"), "link")
        self.lost_button.clicked.connect(self.lost)
        self.backup = label("")
        self.backup_button = Button(_("Bring the backup back"))
        self.backup_button.clicked.connect(self.backup_wanted)
        self.readable = label(
            _(
                "Or see what can be read of the damaged vault. It may be newer than a backup and has gaps. You are shown "
                "what is missing, and nothing is replaced before you say so."
            )
        )
        self.look_button = Button(_("See what can be read"))
        self.look_button.clicked.connect(self.look_wanted)
        self.make_button = Button(_("Make a new vault instead"), "link")
        self.make_button.clicked.connect(self.make_wanted)
        self.finish(
            self.backup, self.backup_button, self.readable, self.look_button, self.lost_button, self.make_button
        )

    def render_state(self, state: UnlockState) -> None:
        super().render_state(state)
        self.go.set_words(_go_words(state))
        self.go.setVisible(not state.only_elsewhere)
        set_state(self.backup_button, "look", "go" if state.only_elsewhere else "plain")
        self._say_whose(state)
        for each in (self.backup, self.backup_button):
            each.setVisible(state.backup is not None)
        for each in (self.readable, self.look_button):
            each.setVisible(state.damaged)
        self.make_button.setVisible(state.elsewhere is not None)
        if state.backup is not None:
            said = with_moment(_backup_words(state), state.backup)
            if said != self.backup.text():
                announce(self, said)
            self.backup.setText(said)

    def _say_whose(self, state: UnlockState) -> None:
        if state.only_elsewhere:
            self.title.setText(_("Bring your vault back"))
            self.whose.setText(_("There is no vault on this computer. Type the passphrase that its backup has."))
        else:
            self.title.setText(_("Unlock CoachDesk"))
            self.whose.setText(_("The vault of {owner} on this computer.").format(owner=self._owner))


class MakePanel(Panel):
    """A new vault: name, site, passphrase twice. Where a backup lies in the second place, that is the other way."""

    backup_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Make your vault"), _("Make the vault"))
        self.box.addWidget(
            label(
                _("Everything that you write is kept in one encrypted file on this computer. Nothing is sent anywhere.")
            )
        )
        self.name = TextLine(_("Your name"), hint=_("It appears on the documents that you hand over."))
        self.site = TextLine(_("Your jobcentre"))
        self.passphrase = PassphraseLine(
            _("Passphrase"),
            hint=_("At least 12 characters. Four words that have nothing to do with you are easy to keep."),
        )
        self.again = PassphraseLine(_("The same passphrase again"))
        for field in (self.name, self.site, self.passphrase, self.again):
            self.add_field(field)
        self.elsewhere = label("")
        self.backup_button = Button(_("Bring that backup back"))
        self.backup_button.clicked.connect(self.backup_wanted)
        self.finish(self.elsewhere, self.backup_button)

    def render_state(self, state: UnlockState) -> None:
        super().render_state(state)
        for each in (self.elsewhere, self.backup_button):
            each.setVisible(state.elsewhere is not None)
        if state.elsewhere is not None:
            words = _(
                "There is no vault on this computer, but there is a backup from {day}, {time} in the second place. You can "
                "bring it back with your passphrase or your recovery key."
            )
            said = with_moment(words, state.elsewhere)
            if said != self.elsewhere.text():
                announce(self, said)
            self.elsewhere.setText(said)
        self.go.set_words(_("Making the vault") if state.busy else _("Make the vault"))
        _say_least(self.passphrase, state)
        if state.policy is not None and state.policy.site_name:
            self._show_site(state.policy)

    def _show_site(self, policy: "Policy") -> None:
        """The organisation named the site; it can be changed unless that is enforced."""
        fixed = "site_name" in policy.fixed
        if self.site.isEnabled() and (fixed or not self.site.value()):
            self.site.set_value(policy.site_name)
        if fixed and self.site.isEnabled():
            self.site.set_marks(("lock", _("Set by your organisation")))
            self.site.setEnabled(False)


class KeepPanel(Panel):
    """The recovery key, shown once, and one group typed back."""

    def __init__(self) -> None:
        super().__init__(_("Keep this recovery key"), _("I have kept it"))
        self.key = RecoveryKey()
        self.key.entered.connect(self.wanted)
        self.box.addWidget(self.key)
        self.key.put_beside(self.go)
        self.box.addWidget(self.problem)
        self.box.addStretch(1)

    def render_state(self, state: UnlockState) -> None:
        super().render_state(state)
        self.key.show_key(state.groups, state.asked)
        if state.policy is not None and state.groups:
            allowed = state.policy
            self.key.withhold(printing=not allowed.printing_allowed, copying=not allowed.clipboard_allowed)


class RecoverPanel(Panel):
    """The recovery key and a new passphrase."""

    back = Signal()

    def __init__(self) -> None:
        super().__init__(_("Get back in"), _("Unlock"))
        self.recovery = SecretLine(
            _("Recovery key"), hint=_("Seven groups of four letters and digits. Spaces and dashes do not matter.")
        )
        self.passphrase = PassphraseLine(_("New passphrase"), hint=_("At least 12 characters."))
        self.again = PassphraseLine(_("The same passphrase again"))
        for field in (self.recovery, self.passphrase, self.again):
            self.add_field(field)
        self.back_button = Button(_("Back"), "link")
        self.back_button.clicked.connect(self.back)
        self.finish(self.back_button)

    def render_state(self, state: UnlockState) -> None:
        super().render_state(state)
        self.go.set_words(_("Unlocking") if state.busy else _("Unlock"))
        _say_least(self.passphrase, state)


def with_moment(words: str, moment: datetime) -> str:
    """Words with the {day} and {time} of a moment (UTC), as they are here."""
    here = local(moment)
    return words.format(day=long_date(here.date()), time=clock_time(here.time()))


def _say_least(new: PassphraseLine, state: UnlockState) -> None:
    """The organisation may ask for a longer passphrase than the field says at first."""
    if state.policy is None or "passphrase_length" not in state.policy.fixed | state.policy.defaults:
        return
    words = _("At least {least} characters. Four words that have nothing to do with you are easy to keep.")
    said = words.format(least=state.policy.passphrase_length)
    if said != new.hint:
        new.set_words(new.words, hint=said)


def _backup_words(state: UnlockState) -> str:
    if state.only_elsewhere:
        return _(
            "The newest backup in the second place is from {day}, {time}. It is tested before it becomes your vault; where "
            "it is not sound, the one before it is taken. What was written after the backup is not in it."
        )
    return _(
        "The newest backup is from {day}, {time}. It is tested before it takes the place of the vault; where it is "
        "not sound, the one before it is taken. The damaged files are kept. What was written after the backup is lost."
    )


def _go_words(state: UnlockState) -> str:
    if state.busy:
        return _("Unlocking")
    if state.wait:
        words = ngettext("You can try again in {seconds} second", "You can try again in {seconds} seconds", state.wait)
        return words.format(seconds=state.wait)
    return _("Unlock")
