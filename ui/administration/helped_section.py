"""Which kinds of steps led to something: sentences for the coach alone, never by person, never small counts."""

from coachdesk.i18n import _
from coachdesk.services import Helped, KindOfStep
from ui.kit import Card, Reading, announce, column, label
from ui.kit.layouts import empty


class HelpedSection(Reading):
    """Shows the counts when they were made; nothing in it can be printed or saved."""

    def __init__(self) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        for sentence in (
            _("Which kinds of steps led to something, over everybody you work with. It is for you alone."),
            _("A step that was not done counts against nobody. It may say that another kind of step helps more."),
            _("It is counted on this computer and stays on it. Nothing is sent to anybody."),
        ):
            self.box.addWidget(label(sentence))
        card = Card(_("What became of steps"))
        self._lines = column(spacing=8)
        card.box.addLayout(self._lines)
        card.box.addWidget(label(_("Counts under 5 are not shown: nobody can be found in them."), "hint"))
        self.box.addWidget(card)
        self.box.addStretch(1)
        self._shown: Helped | None = None

    def render_state(self, helped: Helped | None) -> None:
        """Show what was counted, or that it is being counted."""
        if helped is not None and helped == self._shown:
            return
        self._shown = helped
        empty(self._lines)
        lines = _lines(helped) if helped is not None else (_("This is being counted."),)
        for line in lines:
            self._lines.addWidget(label(line))
        if helped is not None:
            announce(self, _("It is counted."))

    def lines(self) -> tuple[str, ...]:
        """What is shown, one sentence a kind."""
        return _lines(self._shown) if self._shown is not None else ()


def _lines(helped: Helped) -> tuple[str, ...]:
    kinds = tuple(_of_kind(each) for each in helped.kinds if _is_any(each))
    delays = tuple(
        _("Our promises, why not yet: {why}: {n} times.").format(why=words, n=many) for words, many in helped.delays
    )
    return (*(kinds or (_("There are too few outcomes yet to say anything."),)), *delays)


def _is_any(kind: KindOfStep) -> bool:
    return any(each is not None for each in (kind.done, kind.partly, kind.not_yet, kind.no_longer_right))


def _of_kind(kind: KindOfStep) -> str:
    words = _("{kind}: done {done}, in part {partly}, not yet {not_yet}, no longer right {gone}.")
    return words.format(
        kind=kind.words,
        done=_count(kind.done),
        partly=_count(kind.partly),
        not_yet=_count(kind.not_yet),
        gone=_count(kind.no_longer_right),
    )


def _count(many: int | None) -> str:
    return _("fewer than 5") if many is None else str(many)
