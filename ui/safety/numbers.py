"""Whom to call, as the safety panel shows it: the site's own numbers, the nation's helplines, and what is not entered yet."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from coachdesk.i18n import N_, _
from ui.kit import Card, label
from ui.safety.plan import Contacts, Nation

# Who to call for mental health in each nation: NHS 111 option 2, NHS 24, CALL (interviews.md 5).
HELPLINES: Mapping[Nation, str] = MappingProxyType(
    {
        Nation.ENGLAND: N_("NHS 111, choose the mental health option"),
        Nation.SCOTLAND: N_("NHS 24: 111, choose the mental health option"),
        Nation.WALES: N_("NHS 111, press 2. To talk: CALL, 0800 132 737"),
    }
)
_OF_EACH: Mapping[Nation, str] = MappingProxyType(
    {
        Nation.ENGLAND: N_("Mental health crisis, in England"),
        Nation.SCOTLAND: N_("Mental health crisis, in Scotland"),
        Nation.WALES: N_("Mental health crisis, in Wales"),
    }
)


def call_card(contacts: Contacts) -> Card:
    """Everybody whom the site named, the helplines, and calmly what the site has not entered."""
    crisis = (_("Crisis team"), contacts.crisis_team)
    own = [
        (_("Duty manager"), contacts.duty_manager),
        (_("Safeguarding lead"), contacts.safeguarding_lead),
        (_("Colleague to sit with you, by extension"), contacts.partner_extension),
    ]
    listener = (_("Someone to listen"), _("Samaritans 116 123. Not the emergency route."))
    lines = [(_("Emergency"), "999"), crisis, *_helplines(contacts.nation), *own, listener]
    card = _numbers([line for line in lines if line[1]])
    missing = [who for who, how in (crisis, *own) if not how]
    if missing:
        card.box.addWidget(label(_not_entered(missing, contacts.keeper), "hint"))
    card.box.addWidget(label(_("CoachDesk cannot call or send anything. Use the phone."), "hint"))
    return card


def _helplines(nation: Nation | None) -> Iterator[tuple[str, str]]:
    """Those of the nation; of a site that has not said where it lies, all, each with its nation."""
    if nation is not None:
        yield _("Mental health crisis"), _(HELPLINES[nation])
        return
    for each in Nation:
        yield _(_OF_EACH[each]), _(HELPLINES[each])


def _not_entered(missing: list[str], keeper: str) -> str:
    words = (
        _("Your site has not entered: {missing}. {keeper} can, in the policy file or the site profile.")
        if keeper
        else _(
            "Your site has not entered: {missing}. Whoever looks after this computer can, in the policy file or the site "
            "profile."
        )
    )
    return words.format(missing="; ".join(missing), keeper=keeper)


def _numbers(lines: list[tuple[str, str]]) -> Card:
    card = Card(_("Who to call"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for number, (who, how) in enumerate(lines):
        grid.addWidget(label(who, "hint"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(how, "strong"), number, 1)
    card.box.addLayout(grid)
    return card
