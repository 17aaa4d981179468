"""Beside the page: what it is, the form and language in which it is read, and the panels of the half it stands in."""

from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.clock import local
from coachdesk.commitments import Format
from coachdesk.i18n import Language, _, clock_time, long_date
from ui.commitment.after.panel import AfterPanel
from ui.commitment.before.panel import BeforePanel, BeforeTop
from ui.commitment.forms import forms
from ui.commitment.presenter import CommitmentPresenter
from ui.commitment.state import CommitmentState
from ui.kit import ChoiceGroup, Option, column, label


class Side(QFrame):
    """`top` and `before` are shown before it is issued, `after` once it is."""

    def __init__(self, presenter: CommitmentPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setProperty("surface", "right")
        box = column(self, margins=(20, 20, 20, 20), spacing=18)
        head = column(spacing=2)
        self.standing, self.since = label("", "heading"), label("", "hint")
        head.addWidget(self.standing)
        head.addWidget(self.since)
        box.addLayout(head)
        self.top, self.before = BeforeTop(presenter.before), BeforePanel(presenter.before)
        self.after = AfterPanel(presenter.after)
        self.formats = ChoiceGroup(_("Read it, and save it, as"), [Option(each, words) for each, words in forms()])
        self.languages = ChoiceGroup(
            _("Language"), (Option(Language.ENGLISH, _("English")), Option(Language.WELSH, _("Welsh")))
        )
        for each in (self.top, self.formats, self.languages, self.before, self.after):
            box.addWidget(each)
        box.addStretch(1)
        self.top.plan_wanted.connect(presenter.go_to_plan)
        self.before.earlier_wanted.connect(presenter.open_issued)
        self.formats.edited.connect(self._format)
        self.languages.edited.connect(self._language)

    def show_side(self, state: CommitmentState) -> None:
        """Show what there is to say about the document."""
        issued = state.after is not None
        self.standing.setText(_standing(state))
        self.since.setText(_since(state))
        self.since.setVisible(issued)
        self.formats.set_value(state.format.value)
        self.languages.set_value(state.language.value)
        self.before.setVisible(not issued)
        self.after.setVisible(issued)
        if issued:
            self.top.hide()
            self.after.show_after(state)
        else:
            self.top.show_before(state)
            self.before.show_before(state)

    def _format(self, value: object) -> None:
        self._presenter.set_format(Format(str(value or Format.PDF)))

    def _language(self, value: object) -> None:
        self._presenter.set_language(Language(str(value or Language.ENGLISH)))


def _standing(state: CommitmentState) -> str:
    if state.busy:
        return state.busy
    if state.commitment is not None:
        return _("{number}, edition {edition}").format(number=state.commitment.number, edition=state.commitment.edition)
    return _("Not issued yet") if state.can_issue else _("Cannot be issued yet")


def _since(state: CommitmentState) -> str:
    if state.commitment is None:
        return ""
    moment = local(state.commitment.issued_at)
    return _("Issued on {day} at {time}. It is kept in the vault as it is.").format(
        day=long_date(moment.date()), time=clock_time(moment.time())
    )
