from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.storage import Database
from tests.core.storage.samples import KEY, Watch


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "caseload.cdvault"


@pytest.fixture
def database(vault: Path, watch: Watch) -> Iterator[Database]:
    opened = Database.open(vault, KEY, author="coach-1", clock=watch)
    yield opened
    opened.close()
