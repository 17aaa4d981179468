"""The coach's own minutes: today, this week and before, in words; what they are for; and the little that may be given on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coachdesk.errors import AppError
from coachdesk.i18n import N_, _, ngettext
from coachdesk.minutes import Kind, Look, Total, Totals
from coachdesk.services import Services
from ui.errors import advice
from ui.kit import Button, Card, Chip, Reading, announce, label, row

_LEAVES = {
    "typing_half_hours_a_week": N_("Half hours of typing a week: {number}"),
    "seconds_to_first_screen": N_("Seconds to the first screen: {number}"),
    "minutes_from_last_answer_to_document": N_("Minutes from the last answer to the document: {number}"),
}


@dataclass(frozen=True, slots=True)
class MinutesState:
    """Everything in the section.

    Attributes:
        look: None where the organisation has them not counted.
        leaves: all that a file of totals would say; None where there are too few weeks.
        allowed: the organisation lets such a file be saved.
        said: how the last saving ended, as a sentence.
    """

    look: Look | None
    leaves: tuple[tuple[str, int], ...] | None
    allowed: bool
    said: str = ""


class Minutes(QObject):
    """`changed` carries the state."""

    changed = Signal(object)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._minutes = services.minutes
        self.state = self._read()

    def refresh(self) -> None:
        """Read them again."""
        self._show(self._read())

    def save(self, folder: Path) -> None:
        """Save the totals that may leave."""
        try:
            said = _("Saved as {name}.").format(name=self._minutes.contribute(folder).name)
        except AppError as error:
            said = advice(error).text
        self._show(self._read(said))

    def _read(self, said: str = "") -> MinutesState:
        minutes = self._minutes
        look = minutes.look() if minutes.counted() else None
        return MinutesState(look, minutes.contribution(), minutes.may_contribute(), said)

    def _show(self, state: MinutesState) -> None:
        self.state = state
        self.changed.emit(state)


class MinutesSection(Reading):
    """`save_wanted` is the button."""

    save_wanted = Signal()

    def __init__(self, state: MinutesState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        for sentence in (
            _(
                "How long typing and papers take you. It is here so that you can see whether this program gives you time."
            ),
            _(
                "Only that keys were pressed is counted, never which, and nothing about a person. It is a total of each day, "
                "is kept in your vault for five weeks, and nobody else sees it."
            ),
        ):
            self.box.addWidget(label(sentence))
        self.words = label("")
        card = Card(_("Your minutes"))
        card.box.addWidget(self.words)
        self.box.addWidget(card)
        self.give = Card(_("Give totals on"))
        self.leaves, self.said = label(""), label("")
        self.give.box.addWidget(
            label(
                _(
                    "A file for whoever adds up the totals of at least five coaches. It says what stands here and no more: "
                    "no name, no site, no day. Whether you save one is up to you."
                )
            )
        )
        self.save = Button(_("Choose a folder and save the totals"))
        self.forbidden = Chip(_("Set by your organisation"), "lock")
        foot = row()
        for each in (self.save, self.forbidden):
            foot.addWidget(each)
        foot.addStretch(1)
        self.give.box.addWidget(self.leaves)
        self.give.box.addLayout(foot)
        self.give.box.addWidget(self.said)
        self.box.addWidget(self.give)
        self.box.addStretch(1)
        self.save.clicked.connect(self.save_wanted)
        self.render_state(state)

    def render_state(self, state: MinutesState) -> None:
        """Show them, or that they are not counted here."""
        self.words.setText("\n".join(_lines(state.look)) or _("Your organisation has them not counted."))
        self.give.setVisible(state.look is not None)
        leaves = [_(_LEAVES[name]).format(number=number) for name, number in state.leaves or ()]
        self.leaves.setText("\n".join(leaves) or _("There is nothing to give on before four weeks are full."))
        self.leaves.setVisible(state.allowed)
        self.save.setEnabled(state.allowed and state.leaves is not None)
        self.forbidden.setVisible(not state.allowed)
        self.said.setVisible(bool(state.said))
        if state.said != self.said.text():
            self.said.setText(state.said)
            announce(self, state.said)


def _lines(look: Look | None) -> Iterator[str]:
    if look is None:
        return
    yield _("Today: {said}").format(said=_said(look.today))
    yield _("This week: {said}").format(said=_said(look.week))
    if not look.weeks:
        yield _("There are no weeks before to compare with yet.")
        return
    usual = {kind: Total(round(total.seconds / look.weeks), total.times) for kind, total in look.before.items()}
    before = {**look.before, Kind.TYPING: usual.get(Kind.TYPING, Total())}
    yield _("A week before that, as a rule: {said}").format(said=_said(before))


def _said(totals: Totals) -> str:
    typing, first, paper = (totals.get(kind, Total()) for kind in Kind)
    parts = [_minutes(typing.seconds, _("{time} of typing"))]
    if first.times:
        seconds = round(first.each)
        words = ngettext("{n} second to the first screen", "{n} seconds to the first screen", seconds)
        parts.append(words.format(n=seconds))
    if paper.times:
        parts.append(_minutes(round(paper.each), _("{time} from the last answer to the document")))
    return ", ".join(parts) + "."


def _minutes(seconds: int, words: str) -> str:
    minutes = round(seconds / 60)
    time = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes) if minutes else _("less than a minute")
    return words.format(time=time)
