"""Beside the page: what it is, and the panels of the half that it stands in."""

from PySide6.QtWidgets import QFrame, QWidget

from coachdesk.clock import local
from coachdesk.commitments import life_words
from coachdesk.i18n import _, clock_time, long_date
from ui.commitment.after.panel import AfterPanel
from ui.commitment.before.panel import BeforePanel, BeforeTop
from ui.commitment.forms import Forms
from ui.commitment.presenter import CommitmentPresenter
from ui.commitment.state import CommitmentState
from ui.kit import column, label


class Side(QFrame):
    """`top` and `before` with `forms` are shown before it is issued, `after` with `give` once it is."""

    def __init__(self, presenter: CommitmentPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "right")
        box = column(self, margins=(20, 20, 20, 20), spacing=18)
        head = column(spacing=2)
        self.standing, self.since, self.life = label("", "heading"), label("", "hint"), label("", "strong")
        for said in (self.standing, self.since, self.life):
            head.addWidget(said)
        box.addLayout(head)
        self.forms, self.give = Forms(presenter), Forms(presenter)
        offered = presenter.after.handing.giving.formats
        self.top, self.before = BeforeTop(presenter.before), BeforePanel(presenter.before, self.forms, offered)
        self.after = AfterPanel(presenter.after, self.give)
        for each in (self.top, self.before, self.after):
            box.addWidget(each)
        box.addStretch(1)
        self.top.plan_wanted.connect(presenter.go_to_plan)
        for opened in (self.before.earlier_wanted, self.after.opened):
            opened.connect(presenter.open_issued)

    def show_side(self, state: CommitmentState) -> None:
        """Show what there is to say about the document."""
        issued = state.after is not None
        self.standing.setText(_standing(state))
        self.since.setText(_since(state))
        self.life.setText(life_words(state.after.life) if state.after is not None else "")
        for said in (self.since, self.life):
            said.setVisible(issued)
        self.before.setVisible(not issued)
        self.after.setVisible(issued)
        self.forms.show_forms(state)
        self.give.show_forms(state)
        if issued:
            self.top.hide()
            self.after.show_after(state)
        else:
            self.top.show_before(state)
            self.before.show_before(state)


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
    if state.after is not None and state.after.withdrawn:
        return _("Issued on {day}.").format(day=long_date(moment.date()))
    return _("Issued on {day} at {time}. It is kept in the vault as it is.").format(
        day=long_date(moment.date()), time=clock_time(moment.time())
    )
