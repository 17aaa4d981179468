"""Lock and look: what the coach may choose for this computer, unless the organisation has."""

from PySide6.QtCore import Signal

from coachdesk.i18n import _, ngettext
from ui.administration.state import LockState, LookState
from ui.kit import Button, Card, ChoiceGroup, Option, Reading, label, row
from ui.theme import TEXT_SIZES, Theme

MINUTES = (1, 2, 5, 10, 15)


class LockSection(Reading):
    """`minutes_wanted` carries the minutes; `lock_wanted` is the button."""

    minutes_wanted = Signal(int)
    lock_wanted = Signal()

    def __init__(self, state: LockState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self._state = state
        offered = sorted({*MINUTES, state.minutes})
        card = Card()
        self.minutes = ChoiceGroup(
            _("Lock by itself after"),
            tuple(Option(str(each), _minutes(each)) for each in offered),
            hint=_("Counted from the last key or click. It warns quietly one minute before."),
        )
        self.minutes.edited.connect(self._edited)
        card.box.addWidget(self.minutes)
        words = _("While an interview is open it waits for {minutes}, because you are listening.")
        card.box.addWidget(label(words.format(minutes=_minutes(state.in_interview)), "hint"))
        self.box.addWidget(card)
        self.now = Button(_("Lock now"), icon="lock", key="lock")
        self.now.clicked.connect(self.lock_wanted)
        held = row()
        held.addWidget(self.now)
        held.addStretch(1)
        self.box.addLayout(held)
        self.box.addStretch(1)

    def render_state(self, state: LockState) -> None:
        """Show the minutes; greyed out where the organisation fixed them."""
        self._state = state
        self.minutes.set_value(str(state.minutes))
        if state.fixed:
            _fix(self.minutes)

    def _edited(self, value: object) -> None:
        if isinstance(value, str) and value:
            self.minutes_wanted.emit(int(value))
        else:
            self.minutes.set_value(str(self._state.minutes))


class LookSection(Reading):
    """`look_wanted` carries theme and text size, `language_wanted` the language of the next start."""

    look_wanted = Signal(str, int)
    language_wanted = Signal(str)

    def __init__(self, state: LookState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self._state = state
        self.theme = ChoiceGroup(
            _("Theme"),
            (
                Option(Theme.SYSTEM, _("As this computer is set"), _("Basic or Dark, with the computer.")),
                Option(Theme.BASIC, _("Basic")),
                Option(Theme.DARK, _("Dark")),
                Option(Theme.DARKER, _("Darker")),
                Option(Theme.TEXT_ONLY, _("Text only"), _("No icons, one column, nothing said by colour.")),
            ),
            hint=_("A contrast theme of the computer always wins."),
        )
        self.text_size = ChoiceGroup(
            _("Text size"),
            tuple(Option(str(size), _("{size} %").format(size=size)) for size in TEXT_SIZES),
        )
        # Each language is named in itself, so that whoever needs it can read it.
        self.language = ChoiceGroup(
            _("Language of the screens"),
            (Option("en", "English"), Option("cy", "Cymraeg")),
            hint=_(
                "From the next start. The Welsh is a draft; guides and the directory are in English. "
                "The language of a document is chosen with each document."
            ),
        )
        for field in (self.theme, self.text_size, self.language):
            card = Card()
            card.box.addWidget(field)
            self.box.addWidget(card)
        self.theme.edited.connect(self._look_edited)
        self.text_size.edited.connect(self._look_edited)
        self.language.edited.connect(self._language_edited)
        self.box.addStretch(1)

    def render_state(self, state: LookState) -> None:
        """Show what is chosen."""
        self._state = state
        self.theme.set_value(state.theme)
        self.text_size.set_value(str(state.text_size))
        self.language.set_value(state.language)
        if state.language_fixed:
            _fix(self.language)

    def _look_edited(self, value: object) -> None:
        if value:
            self.look_wanted.emit(self.theme.value(), int(self.text_size.value() or self._state.text_size))
        else:
            self.render_state(self._state)

    def _language_edited(self, value: object) -> None:
        if isinstance(value, str) and value:
            self.language_wanted.emit(value)
        else:
            self.render_state(self._state)


def _fix(field: ChoiceGroup) -> None:
    """Grey out what the organisation fixed, and say so, once."""
    if field.isEnabled():
        field.set_marks(("lock", _("Set by your organisation")))
        field.setEnabled(False)


def _minutes(many: int) -> str:
    return ngettext("{many} minute", "{many} minutes", many).format(many=many)
