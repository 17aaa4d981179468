"""Beside the page before it is issued: first what stands in the way, then what to look at once more."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.commitments import OUTCOMES, SECOND_OPINION, Format
from coachdesk.i18n import _, short_date
from ui.commitment.before.letters import Letters
from ui.commitment.before.presenter import BeforePresenter
from ui.commitment.before.signatures import SignatureLine
from ui.commitment.before.since import Since
from ui.commitment.before.state import ALWAYS, Said
from ui.commitment.forms import forms
from ui.commitment.sentences import Sentences
from ui.commitment.state import CommitmentState
from ui.kit import Button, CheckGroup, column


class BeforeTop(QWidget):
    """What stands in the way; it stands above everything else. `plan_wanted` asks for the plan."""

    plan_wanted = Signal()

    def __init__(self, presenter: BeforePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=18)
        self.stops = Sentences(_("What stands in the way"), "problem")
        self.letters = Letters()
        self.to_plan = Button(_("Open the plan"), "link", icon="next")
        for each in (self.stops, self.letters, self.to_plan):
            box.addWidget(each)
        self.to_plan.clicked.connect(self.plan_wanted)
        self.letters.named.connect(presenter.save_paper_name)

    def show_before(self, state: CommitmentState) -> None:
        """Show what stands in the way; hidden where nothing does."""
        before = state.before
        self.setVisible(bool(before.stops or before.unprintable))
        self.stops.show_sentences([said for each in before.stops for said in (each.text, *each.lines)])
        self.letters.show_before(state)
        self.to_plan.setVisible(bool(before.stops) or not before.in_name)


class BeforePanel(QWidget):
    """What was said, what to look at once more, what is different, and what the person gets in which form.

    `earlier_wanted` carries a commitment's id.
    """

    earlier_wanted = Signal(str)

    def __init__(self, presenter: BeforePresenter, forms_part: QWidget, offered: Collection[Format]) -> None:
        super().__init__()
        self._presenter = presenter
        box = column(self, spacing=18)
        self.wanted = CheckGroup(
            _("Also give"),
            forms(set(offered) - ALWAYS),
            hint=_("The page and the text are made in any case. Every other form can be made later, too."),
        )
        self.said = Sentences(_("What was said to it"))
        self.missing = Sentences(_("Not answered yet"))
        self.notes = Sentences(_("Look at these again"))
        self.since = Since()
        self.signatures = SignatureLine(presenter.signing)
        self.earlier = Button("", "link", icon="paper")
        for each in (
            self.said,
            self.notes,
            self.missing,
            self.since,
            forms_part,
            self.wanted,
            self.signatures,
            self.earlier,
        ):
            box.addWidget(each)
        self.since.compared.connect(self._compare)
        self.wanted.edited.connect(self._wanted)
        self.earlier.clicked.connect(self._earlier)

    def show_before(self, state: CommitmentState) -> None:
        """Show what there is to say about the document."""
        before = state.before
        self.wanted.set_value([each.value for each in before.wanted])
        self.said.show_sentences(_said(before.said))
        self.missing.show_sentences(before.missing)
        self.notes.show_sentences([each.text for each in before.notes])
        self.since.show_before(before)
        self.signatures.show_before(state)
        self._show_earlier(state)

    def _compare(self, compared: object) -> None:
        self._presenter.compare(compared=bool(compared))

    def _show_earlier(self, state: CommitmentState) -> None:
        shown = state.earlier[0] if state.earlier else None
        self.earlier.setVisible(shown is not None)
        if shown is not None:
            words = _("Show {number}, edition {edition}, issued before")
            self.earlier.set_words(words.format(number=shown.number, edition=shown.edition))
            self.earlier.setProperty("commitment", shown.id)

    def _wanted(self, value: object) -> None:
        chosen = value if isinstance(value, list) else []
        self._presenter.want(tuple(Format(each) for each in chosen))

    def _earlier(self) -> None:
        self.earlier_wanted.emit(self.earlier.property("commitment"))


def _said(said: Said) -> tuple[str, ...]:
    """What the person said, in the words of screens."""
    return (
        _(OUTCOMES[said.outcome]) if said.outcome is not None else _("Nobody has asked yet."),
        *((_(SECOND_OPINION),) if said.second_opinion else ()),
        *((_("Time to think until {day}").format(day=short_date(said.think_until)),) if said.think_until else ()),
    )
