"""What may not be given to somebody, and every way on: ask now, read it aloud, or say why all the same."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from coachdesk.i18n import Language, _
from coachdesk.people import IN_SPITE, Giving, How, InSpite, Safe, measures
from ui.giving.presenter import GivingPresenter, GivingState
from ui.kit import Button, Card, ChoiceGroup, Flow, Option, announce, label


class GivingCard(Card):
    """Hidden while everything may be given. `read_aloud` when the coach read it out."""

    read_aloud = Signal()

    def __init__(self, presenter: GivingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self.title, self.about = label("", "heading"), label("")
        self.box.addWidget(self.title)
        self.box.addWidget(self.about)
        self.paper, self.post = Button(_("They say paper is safe")), Button(_("They say post and email are safe"))
        self.aloud = Button(_("I read it aloud instead"), icon="speech")
        self.anyway = Button("", "link")
        ways = Flow(spacing=8)
        for button in (self.paper, self.post, self.aloud, self.anyway):
            ways.addWidget(button)
        self.box.addLayout(ways)
        self.reasons = ChoiceGroup(
            _("Why all the same? It is kept, and holds for one time."),
            [Option(reason.value, _(words)) for reason, words in IN_SPITE.items()],
        )
        self.box.addWidget(self.reasons)
        self.reasons.edited.connect(self._allow)
        self.paper.clicked.connect(self._paper)
        self.post.clicked.connect(self._post)
        self.aloud.clicked.connect(self.read_aloud)
        self.anyway.clicked.connect(presenter.choose)
        presenter.changed.connect(self.render_state)
        presenter.stopped.connect(self._stopped)
        self.render_state(presenter.state)

    @Slot(object)
    def render_state(self, state: GivingState | None) -> None:
        """Show what may not be given; nothing where all may."""
        said = measures(state.safe) if state is not None else ()
        self.setVisible(bool(said))
        if state is None or not said:
            return
        self.title.setText(". ".join(said) + ".")
        self.about.setText(_about(state))
        self.paper.setVisible(not state.safe.may_print)
        self.post.setVisible(not state.safe.may_send)
        self.anyway.setVisible(state.in_spite is None)
        self.anyway.set_words(_("Leave it") if state.choosing else _("Hand it over all the same"))
        opened = state.choosing and self.reasons.isHidden()
        self.reasons.setVisible(state.choosing)
        self.reasons.set_value(state.in_spite.value if state.in_spite is not None else "")
        if opened:
            self.reasons.setFocus()

    def _stopped(self) -> None:
        """Something was held back: the focus goes to the one way on that records nothing by itself."""
        announce(self, f"{self.title.text()} {self.about.text()}")
        self.anyway.setFocus()

    def _paper(self) -> None:
        self._presenter.told(Giving.PAPER, Safe.YES)

    def _post(self) -> None:
        self._presenter.told(Giving.POST, Safe.YES)

    def _allow(self, chosen: object) -> None:
        if chosen:
            self._presenter.allow(InSpite(str(chosen)))


def _about(state: GivingState) -> str:
    if state.in_spite is not None:
        return _("You can print, save or copy it once. Your reason is kept with it.")
    if state.safe.may_send:
        return _(
            "It can go into the account: copy it for the journal. Or ask {name}, when the two of you are alone."
        ).format(name=state.name)
    return _("Ask {name} whether it is safe, when the two of you are alone. You can always read it aloud.").format(
        name=state.name
    )


def withhold(giving: GivingPresenter, buttons: Mapping[How, Iterable[Button]]) -> None:
    """Grey out what the organisation forbids."""
    for how in giving.withheld:
        for button in buttons.get(how, ()):
            button.withhold()


def language_options(giving: GivingPresenter) -> list[Option]:
    """The languages that a document can be chosen in."""
    words = {Language.ENGLISH: _("English"), Language.WELSH: _("Welsh")}
    return [Option(each.value, words[each]) for each in giving.languages]
