"""Keys and recovery: whose vault this is, what opens it, and two ways to change that."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.clock import local
from coachdesk.i18n import _, long_date
from ui.administration.state import AdministrationState, KeysState
from ui.kit import Button, Card, PassphraseLine, Reading, RecoveryKey, label, row


class KeysSection(Reading):
    """`change_wanted`, `renew_wanted`, `fresh_wanted` and `kept`: a button was pressed; what was typed is in the fields."""

    change_wanted = Signal()
    renew_wanted = Signal()
    fresh_wanted = Signal()
    kept = Signal()

    def __init__(self, state: AdministrationState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self._done, self._shown = state.keys.done, state.keys
        self._keychain = label("")
        whose = _card(_("Your vault"))
        whose.box.addWidget(label(_whose(state.owner, state.site, state.since)))
        whose.box.addWidget(self._keychain)
        whose.box.addWidget(label(_ORGANISATION[state.keys.kept_for]()))
        for card in (whose, self._change_card(state.shortest), self._renew_card(), self._fresh_card()):
            self.box.addWidget(card)
        self.box.addStretch(1)

    def render_state(self, keys: KeysState) -> None:
        """Show what opens the vault, what is wrong, and a new recovery key while it has to be kept."""
        self._keychain.setText(_keychain_words(with_keychain=keys.with_keychain))
        if keys.done != self._done:
            self._done = keys.done
            for field in self._fields().values():
                field.set_value("")
        for place, field in self._fields().items():
            field.set_error(keys.problem if keys.place == place else "")
        self.key.typed.set_error(keys.problem if keys.place == "group" else "")
        for button in (self.change_button, self.renew_button, self.fresh_button):
            button.setEnabled(not keys.busy)
        self.key.show_key(keys.groups, keys.asked)
        keeping = bool(keys.groups)
        shown_while_keeping: tuple[QWidget, ...] = (self.key, self.kept_button)
        shown_else: tuple[QWidget, ...] = (self._why_renew, self.passphrase, self.renew_button)
        for part in (*shown_while_keeping, *shown_else):
            part.setVisible((part in shown_while_keeping) == keeping)
        if keeping and keys.groups != self._shown.groups:
            self.key.typed.setFocus()
        self._shown = keys

    def _fields(self) -> dict[str, PassphraseLine]:
        return {
            "old": self.old,
            "new": self.new,
            "again": self.again,
            "renew": self.passphrase,
            "fresh": self.fresh,
        }

    def _change_card(self, shortest: int) -> Card:
        card = _card(_("Change the passphrase"))
        hint = _("At least {least} characters. Four words that have nothing to do with you are easy to keep.")
        self.old = PassphraseLine(_("Passphrase now"))
        self.new = PassphraseLine(_("New passphrase"), hint=hint.format(least=shortest))
        self.again = PassphraseLine(_("The new passphrase again"))
        for field in (self.old, self.new, self.again):
            field.line.returnPressed.connect(self.change_wanted)
            card.box.addWidget(field)
        self.change_button = Button(_("Change the passphrase"), icon="key")
        self.change_button.clicked.connect(self.change_wanted)
        _foot(card, self.change_button)
        return card

    def _renew_card(self) -> Card:
        card = _card(_("New recovery key"))
        self._why_renew = label(
            _(
                "Make a new one when the paper is lost, or when somebody else has seen it. "
                "The recovery key that you have now then opens only the backups from before. A backup with the new one is made "
                "at once."
            )
        )
        self.passphrase = PassphraseLine(_("Your passphrase"))
        self.passphrase.line.returnPressed.connect(self.renew_wanted)
        self.renew_button = Button(_("Make a new recovery key"), icon="key")
        self.renew_button.clicked.connect(self.renew_wanted)
        self.key = RecoveryKey()
        self.key.entered.connect(self.kept)
        self.kept_button = Button(_("I have kept it"), "go")
        self.kept_button.clicked.connect(self.kept)
        for part in (self._why_renew, self.passphrase, self.key):
            card.box.addWidget(part)
        self.key.put_beside(self.kept_button)
        _foot(card, self.renew_button)
        return card

    def _fresh_card(self) -> Card:
        card = _card(_("Encrypt the vault anew"))
        why = _(
            "For the rare case that somebody may have got hold of the key of the file itself. A backup is made first. Your "
            "passphrase and your recovery key stay as they are. Earlier backups keep the old key."
        )
        self.fresh = PassphraseLine(_("Your passphrase"))
        self.fresh.line.returnPressed.connect(self.fresh_wanted)
        self.fresh_button = Button(_("Encrypt anew"), icon="key")
        self.fresh_button.clicked.connect(self.fresh_wanted)
        for part in (label(why), self.fresh):
            card.box.addWidget(part)
        _foot(card, self.fresh_button)
        return card


def _card(title: str) -> Card:
    card = Card()
    card.box.addWidget(label(title, "heading"))
    return card


def _foot(card: Card, *buttons: Button) -> None:
    foot = row(margins=(0, 8, 0, 0))
    for button in buttons:
        foot.addWidget(button)
    foot.addStretch(1)
    card.box.addLayout(foot)


def _whose(owner: str, site: str, since: datetime) -> str:
    day = long_date(local(since).date())
    if not site:
        return _("This is the vault of {owner}. It was made on {day}.").format(owner=owner, day=day)
    return _("This is the vault of {owner}, {site}. It was made on {day}.").format(owner=owner, site=site, day=day)


def _keychain_words(*, with_keychain: bool) -> str:
    if with_keychain:
        return _(
            "It opens with your passphrase and this computer's keychain together. "
            "Whoever copies the file cannot open it anywhere else, unless they have the recovery key."
        )
    return _(
        "It opens with your passphrase alone, because it was made without a keychain. "
        "Whoever copies the file has only the passphrase to guess, so choose a long one."
    )


def _nobody_else() -> str:
    return _("Nobody else can open it. Your organisation has set no key of its own.")


def _one_else() -> str:
    return _(
        "If you cannot open it any more, your organisation can, with a key of its own. What is sealed stays closed."
    )


def _two_else() -> str:
    return _(
        "If you cannot open it any more, your organisation can, with a key of its own. What is sealed opens only with two "
        "people together, and whoever it is about can see that it was opened."
    )


_ORGANISATION = (_nobody_else, _one_else, _two_else)
"""Who else opens the vault, by how many keys the organisation has to it."""
