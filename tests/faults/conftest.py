from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.small_disk import ROOMY, SmallDisk, mounted
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


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with mounted(tmp_path / "disk") as found:
        yield there(found)


@pytest.fixture
def roomy_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with mounted(tmp_path / "disk", ROOMY) as found:
        yield there(found)


def there(disk: SmallDisk | None) -> SmallDisk:
    if disk is None:
        pytest.skip("no file system can be mounted here: the test with a limit on the size of files stands in")
    return disk
