import pytest

from tests.faults.tally import Row, Tally, table

_ROWS = pytest.StashKey[list[Row]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_ROWS] = []


@pytest.fixture
def tally(pytestconfig: pytest.Config) -> Tally:
    """Counts how often a fault was tried, for the table at the end."""
    return Tally(pytestconfig.stash[_ROWS])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash[_ROWS]
    if rows:
        terminalreporter.section("what the faults came to")
        for line in table(rows):
            terminalreporter.write_line(line)
