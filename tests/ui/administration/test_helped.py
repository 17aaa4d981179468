"""What helped: counts of kinds of steps, never a person, never a small count, and nothing that leaves the screen."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coachdesk.plans import Delay, Happened, IfThen, Implements, Party, Standing
from tests.ui.administration.conftest import Screen, Show
from ui.administration import state as at

FEW = "fewer than 5"


def act(screen: Screen, times: int, happened: Happened, owner: Party = Party.CLAIMANT, **more: Any) -> None:
    """So many steps of as many people, of which that was said."""
    plans = screen.vault.services.plans
    for _number in range(times):
        draft = plans.draft_action(screen.add_person(), owner)
        action = plans.save_action(replace(draft, text="Ring her", by=plans.today(), **more))
        late = Delay.WAITING if owner is Party.COACH and happened is Happened.NOT_YET else None
        plans.record_outcome(action.id, Happened.PARTLY)
        plans.record_outcome(action.id, happened, delay=late)


def shown(screen: Screen, qtbot: QtBot) -> tuple[str, ...]:
    screen.choose(at.HELPED)
    qtbot.waitUntil(lambda: bool(screen.page.helped.lines()))
    return screen.page.helped.lines()


def test_kinds_of_steps_are_counted_by_what_became_of_them_last(show: Show, qtbot: QtBot) -> None:
    screen = show()
    act(screen, 6, Happened.DONE, if_then=(IfThen("it rains", "I ring from home"),))
    act(screen, 5, Happened.NOT_YET, Party.COACH)
    act(screen, 7, Happened.DONE, standing=Standing.REQUIRED, implements=Implements.SEARCH)
    assert shown(screen, qtbot) == (
        "What we promised: done fewer than 5, in part fewer than 5, not yet 5, no longer right fewer than 5.",
        "Asked: looking for work: done 7, in part fewer than 5, not yet fewer than 5, no longer right fewer than 5.",
        f"Chosen freely, with a plan for when it gets hard: done 6, in part {FEW}, not yet {FEW}, no longer right {FEW}.",
        "Our promises, why not yet: I am waiting for somebody else: 5 times.",
    )


def test_few_outcomes_say_nothing_at_all(show: Show, qtbot: QtBot) -> None:
    screen = show()
    act(screen, 4, Happened.DONE)
    assert shown(screen, qtbot) == ("There are too few outcomes yet to say anything.",)
    assert not screen.page.helped.findChildren(QAbstractButton)
