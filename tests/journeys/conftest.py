"""A desktop for the journeys of this run, and programs that never outlive their test."""

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from time import sleep

import pytest

from coachdesk.application import Setting
from coachdesk.clock import now, today
from coachdesk.demo import make_demo
from coachdesk.policy import Policy
from tests.journeys.desktop import Environment, desktop
from tests.journeys.program import Program, Walker

Start = Callable[..., Program]

FEW = 24
"""People of the practice vault: as few as it takes to have meetings among them."""

if sys.platform != "linux":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def screen() -> Iterator[Environment]:
    """The variables of a desktop of our own."""
    with desktop() as environment:
        yield environment


@pytest.fixture(scope="session")
def walker(screen: Environment) -> Iterator[Walker]:
    """Whoever walks the accessibility tree of that desktop."""
    process = Walker(screen)
    yield process
    process.stop()


@pytest.fixture
def start(screen: Environment, walker: Walker) -> Iterator[Start]:
    """Starts a program by the arguments of its Python (`start("-m", "ui")`); what still runs at the end is killed."""
    started: list[Program] = []

    def starting(*arguments: str, patience: float = 20) -> Program:
        started.append(Program(list(arguments), screen, walker, patience))
        return started[-1]

    yield starting
    for program in started:
        program.kill()


def until_the_day_has(left: timedelta) -> None:
    """Wait for tomorrow where today has less than that left: what is booked for today is not yesterday's half way."""
    begun = today()
    while today() == begun and today(lambda: now() + left) != begun:
        sleep(1)


@pytest.fixture(autouse=True)
def _begun_and_ended_on_one_day() -> None:
    until_the_day_has(timedelta(minutes=2))


@pytest.fixture(scope="session")
def practised(tmp_path_factory: pytest.TempPathFactory) -> Callable[[date], Path]:
    """The folder of a day's practice vault that nobody opens: making one takes longer than most journeys."""

    @cache
    def of_the_day(day: date) -> Path:
        folder = tmp_path_factory.mktemp("practice")
        make_demo(Setting(folder=folder, keychain=None, policy=Policy()), day, FEW).close()
        return folder

    return of_the_day


@pytest.fixture
def practice(practised: Callable[[date], Path], own_home: Path) -> Path:
    """The file of a practice vault of one's own, with invented people and meetings."""
    folder = own_home / "practice"
    shutil.copytree(practised(today()), folder, ignore=shutil.ignore_patterns("*.cdlock"))
    return next(folder.glob("*.cdvault"))
