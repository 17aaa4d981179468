"""In which form and language the document is read."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from coachdesk.commitments import Format
from coachdesk.commitments.labels import FORMATS
from coachdesk.i18n import Language, _
from ui.commitment.presenter import CommitmentPresenter
from ui.commitment.state import CommitmentState
from ui.giving import language_options
from ui.kit import ChoiceGroup, Option, column


class Forms(QWidget):
    """The form and the language; both can be changed at any time."""

    def __init__(self, presenter: CommitmentPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        box = column(self, spacing=18)
        giving = presenter.after.handing.giving
        self.formats = ChoiceGroup(_("Read it, and save it, as"), forms(giving.formats))
        self.languages = ChoiceGroup(_("Language"), language_options(giving))
        box.addWidget(self.formats)
        box.addWidget(self.languages)
        self.formats.edited.connect(self._format)
        self.languages.edited.connect(self._language)

    def show_forms(self, state: CommitmentState) -> None:
        """Show what is chosen."""
        self.formats.set_value(state.format.value)
        self.languages.set_value(state.language.value)

    def _format(self, value: object) -> None:
        self._presenter.set_format(Format(str(value or Format.PDF)))

    def _language(self, value: object) -> None:
        self._presenter.set_language(Language(str(value or Language.ENGLISH)))


def forms(offered: Collection[Format]) -> list[Option]:
    """Each format that is on offer and what it is called."""
    return [Option(kind, _(words)) for kind, words in FORMATS.items() if kind in offered]
