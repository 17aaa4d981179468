"""A vault whose clock is set by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.application import Opened
from tests.core.services.issuing import Watch
from tests.vaults import made, setting


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def timed(tmp_path: Path, watch: Watch) -> Iterator[Opened]:
    """An empty vault on Tuesday 1 December 2026."""
    opened = made(setting(tmp_path, clock=watch))
    yield opened
    opened.close()
