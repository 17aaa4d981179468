"""How long things are kept: the rules in force, what is past its time, holds, and what went so far."""

from PySide6.QtCore import Signal

from coachdesk.i18n import _, long_date, ngettext, short_date
from coachdesk.services import Look
from ui.administration.holds_card import HoldsCard
from ui.administration.retention import TimesState
from ui.administration.work_sections import icon_line
from ui.kit import Button, Card, Flow, Reading, Row, RowsView, announce, column, label
from ui.kit.layouts import empty, reveal

_SHOWN = 8


class RetentionSection(Reading):
    """`look_wanted`, `delete_wanted` and `put_away_wanted` are buttons; `holds` says what is wanted of a hold."""

    look_wanted = Signal()
    delete_wanted = Signal()
    put_away_wanted = Signal()

    def __init__(self, state: TimesState) -> None:
        super().__init__(margins=(0, 8, 4, 24))
        self._state: TimesState | None = None
        self._due_card()
        self.holds = HoldsCard()
        self.box.addWidget(self.holds)
        self._rules_card(state)
        self._gone_card()
        self.box.addStretch(1)
        self.render_state(state)

    def _due_card(self) -> None:
        card = Card(_("What is past its time"))
        for words in (
            _("Nothing is deleted by itself. Look first: it says what would go, and what stays and why."),
            _(
                "Deleted is deleted: no undo, and no backup that is brought back brings it back. Backups that were made "
                "before hold it until they are deleted in their turn."
            ),
        ):
            card.box.addWidget(label(words))
        self.look_button = Button(_("Look what would go"), "go")
        self.delete_button, self.away_button = Button(_("Delete all of this"), icon="remove"), Button(_("Leave it"))
        self.look_button.clicked.connect(self.look_wanted)
        self.delete_button.clicked.connect(self.delete_wanted)
        self.away_button.clicked.connect(self.put_away_wanted)
        self.found = column(spacing=6)
        self.people = RowsView(_("Whose records they are"))
        card.box.addLayout(_foot(self.look_button))
        card.box.addLayout(self.found)
        card.box.addWidget(self.people)
        card.box.addLayout(_foot(self.delete_button, self.away_button))
        self.box.addWidget(card)

    def _rules_card(self, state: TimesState) -> None:
        card = Card(_("How long each kind is kept"))
        for rule in state.rules:
            words = _("{kind}: {rule}. Set by your organisation.") if rule.fixed else _("{kind}: {rule}.")
            card.box.addWidget(label(words.format(kind=rule.kind, rule=rule.words)))
        card.box.addWidget(
            label(
                _(
                    "What is still to come or holds today has not begun to count. While somebody is still to look at a "
                    "commitment for a second opinion, everything about that person stays."
                ),
                "hint",
            )
        )
        self.box.addWidget(card)

    def _gone_card(self) -> None:
        self.gone_card = Card(_("What went so far"))
        self.gone = column(spacing=6)
        self.gone_card.box.addLayout(self.gone)
        self.box.addWidget(self.gone_card)

    def render_state(self, state: TimesState) -> None:
        """Show what a dry run found, the holds and what went."""
        if state == self._state:
            return
        before, self._state = self._state, state
        self.look_button.setEnabled(not state.working)
        self._show_found(state)
        self.holds.render_state(state)
        empty(self.gone)
        for each in state.deletions:
            words = _("{day}: {kind}: {many} ({rule}).")
            self.gone.addWidget(
                label(words.format(day=short_date(each.on), kind=each.kind, many=each.many, rule=each.rule))
            )
        self.gone_card.setVisible(bool(state.deletions))
        if state.found is not None and (before is None or before.found is None):
            place = self.delete_button if state.found.many else self.away_button
            place.setFocus()
            reveal(place)

    def _show_found(self, state: TimesState) -> None:
        empty(self.found)
        look = state.found
        for icon, token, text in _lines(look) if look is not None else _working(state.working):
            self.found.addWidget(icon_line(icon, token, text))
            announce(self, text)
        rows = () if look is None else _people(look)
        self.people.set_rows(rows)
        self.people.setVisible(bool(rows))
        self.people.fit(_SHOWN)
        self.delete_button.setVisible(look is not None and bool(look.many))
        self.away_button.setVisible(look is not None)


def _foot(*buttons: Button) -> Flow:
    foot = Flow(spacing=12)
    for each in buttons:
        foot.addWidget(each)
    return foot


def _working(what: str) -> list[tuple[str, str, str]]:
    words = {"looking": _("The vault is looked through."), "deleting": _("This is being deleted.")}
    return [("clock", "muted", words[what])] if what else []


def _lines(look: Look) -> list[tuple[str, str, str]]:
    if not look.many:
        return [("tick", "good", _("Nothing goes."))]
    head = ngettext("One record goes.", "{n} records go.", look.many).format(n=look.many)
    lines = [("warn", "bad", head)]
    for each in look.lines:
        words = _("{kind}: {many} ({rule}).").format(kind=each.kind, many=each.many, rule=each.rule)
        if each.oldest is not None:
            words += " " + _("The oldest: {day}.").format(day=long_date(each.oldest))
        lines.append(("", "", words))
    return lines


def _people(look: Look) -> tuple[Row, ...]:
    """By name: how many go, then how many stay and why."""
    go = [
        Row(f"go {each.person_id}", (each.name, ngettext("one goes", "{n} go", each.many).format(n=each.many), ""))
        for each in look.people
    ]
    stay = [
        Row(
            f"stay {number}",
            (each.name, ngettext("one stays", "{n} stay", each.many).format(n=each.many), each.why),
        )
        for number, each in enumerate(look.back)
    ]
    return (*go, *stay)
