"""What else may be recorded of an answer: the day and the way, who explained what can happen and how, who was there."""

from PySide6.QtWidgets import QWidget

from coachdesk.i18n import _
from ui.commitment.after.answering import TypedAnswer
from ui.commitment.after.words import explained_options, role_options, way_options
from ui.kit import CheckGroup, ChoiceGroup, DateField, Option, SuggestedLine, TextLine, column


class MoreFields(QWidget):
    """Filled in as it was before; nobody has to look at it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=16)
        self.on = DateField(_("Said on"))
        self.way = ChoiceGroup(_("How they answered"), way_options())
        self.explained_how = ChoiceGroup(_("How it was explained what can happen"), explained_options())
        self.explained_by = SuggestedLine(
            _("Who explained it"), offered=_("Who, on offer"), hint=_("By role. Leave it empty where it was you.")
        )
        self.explained_by.offer((_("Another work coach"), _("A team leader")))
        self.second_opinion = CheckGroup(
            _("Second opinion"), (Option("explained", _("They were told that somebody else can look at it")),)
        )
        self.present = CheckGroup(_("Who else was there"), role_options(), hint=_("The role only, no names."))
        self.language = TextLine(_("The interpreter's language"))
        for first in (self.on, self.way, self.explained_how, self.explained_by):
            box.addWidget(first)
        for last in (self.second_opinion, self.present, self.language):
            box.addWidget(last)

    def show_typed(self, typed: TypedAnswer) -> None:
        """Show these values."""
        self.way.set_value(typed.way)
        self.explained_how.set_value(typed.explained_how)
        self.explained_by.set_value(typed.explained_by)
        self.second_opinion.set_value(["explained"] if typed.second_opinion_explained else [])
        self.present.set_value(list(typed.present))
        self.language.set_value(typed.language)
