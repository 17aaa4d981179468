"""A desktop for the journeys of this run, and programs that never outlive their test."""

import sys
from collections.abc import Callable, Iterator

import pytest

from tests.journeys.desktop import Environment, desktop
from tests.journeys.program import Program, Walker

Start = Callable[..., Program]

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
