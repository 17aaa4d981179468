"""The face of the first screen while nothing may be opened: what rules the machine is wrong, and whom to call."""

from coachdesk.i18n import _
from ui.kit.text import label
from ui.unlock.panels import Panel
from ui.unlock.state import UnlockState


class RefusedPanel(Panel):
    """What is wrong, line by line, and whom to call. `wanted`: look again."""

    def __init__(self) -> None:
        super().__init__(_("CoachDesk stays closed"), _("Look again"))
        self.box.addWidget(
            label(_("Your organisation's settings for this computer have to be put right first. Nothing was changed."))
        )
        self.whom = label("", "strong")
        self.box.addWidget(self.whom)
        self.finish()

    def begin(self) -> None:
        """The only step."""
        self.go.setFocus()

    def render_state(self, state: UnlockState) -> None:
        """Show what is wrong and whom to call, where the policy names somebody."""
        super().render_state(state)
        words = _("Call: {support}").format(support=state.support)
        self.whom.setText(words if state.support else _("Call whoever looks after this computer."))
