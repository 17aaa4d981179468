from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from coachdesk.requirements.facts import Decided
from tests.ui.administration.conftest import Screen, Show
from tests.ui.checks import activate
from ui.administration import state as at


def decide(screen: Screen, times: int, decided: Decided) -> None:
    """So many decisions about a home that is not settled, of as many people."""
    services = screen.vault.services
    for _number in range(times):
        services.requirements.decide(
            screen.add_person(), "homeless", decided, reason="We talked about it", until=services.day.today()
        )


def due(screen: Screen, times: int) -> None:
    """So many people about whom a decision is due."""
    services = screen.vault.services
    for _number in range(times):
        since = services.day.today() - timedelta(days=3)
        services.circumstances.add(screen.add_person(), "homeless", starts_on=since)


def lines(screen: Screen, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(screen.idle)
    return [each.text() for each in screen.page.decisions.lines.values()]


def test_what_was_decided_this_month_is_counted_and_never_by_kind(show: Show, qtbot: QtBot) -> None:
    screen = show()
    decide(screen, 7, Decided.APPLIED)
    decide(screen, 5, Decided.NOT_APPLIED)
    due(screen, 6)
    screen.choose(at.DECISIONS)
    assert lines(screen, qtbot) == [
        "Paused, with a reason: 7",
        "Not paused, with a reason: 5",
        "Due, and not decided: 6",
    ]
    said = screen.said()
    assert "home" not in said.lower()
    assert "stays on it" in said


def test_fewer_than_five_are_not_counted_out(show: Show, qtbot: QtBot) -> None:
    screen = show()
    decide(screen, 4, Decided.APPLIED)
    screen.choose(at.DECISIONS)
    assert lines(screen, qtbot) == [
        "Paused, with a reason: fewer than 5",
        "Not paused, with a reason: fewer than 5",
        "Due, and not decided: fewer than 5",
    ]


def test_the_last_twelve_months_can_be_chosen(show: Show, qtbot: QtBot) -> None:
    screen = show()
    decide(screen, 5, Decided.APPLIED)
    screen.choose(at.DECISIONS)
    section = screen.page.decisions
    months = [date.fromisoformat(option.id) for option in section.month.options]
    assert len(months) == 12
    assert months[0] == screen.vault.services.day.today().replace(day=1)
    assert [(each - timedelta(days=1)).replace(day=1) for each in months[:-1]] == months[1:]
    activate(section.month.buttons[1])
    assert lines(screen, qtbot)[0] == "Paused, with a reason: fewer than 5"
    section.month.set_value("")
    section.month.edited.emit("")
    assert section.month.value() == months[1].isoformat()
