import pytest

from tests.faults.tally import Tally, table

_TALLY = pytest.StashKey[Tally]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_TALLY] = Tally([])


@pytest.fixture
def tally(pytestconfig: pytest.Config) -> Tally:
    """Counts how often a fault was tried, for the table at the end."""
    return pytestconfig.stash[_TALLY]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    tally = config.stash[_TALLY]
    if tally.rows:
        terminalreporter.section("what the faults came to")
        for line in table(tally):
            terminalreporter.write_line(line)
