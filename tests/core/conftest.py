"""The core runs without a screen: an import of Qt or of the screens fails at once, wherever these tests run.

The proof is `.venv-core`, where there is no Qt at all. Where pytest-qt has loaded Qt already it stays loaded, since taking
a binary module away from under a running process ends it; then the screens alone are refused.
"""

import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec

import pytest

QT, SCREENS = {"PySide6", "shiboken6"}, {"ui"}


class NoScreens:
    """An import finder that finds reasons against the screens."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Refuse the forbidden packages and leave all others to the finders after this one."""
        if name.partition(".")[0] in (SCREENS if "PySide6" in sys.modules else SCREENS | QT):
            raise ImportError(f"The core must not import {name}.")
        return None


def pytest_sessionstart() -> None:
    """Where pytest-qt did not load Qt (`-p no:pytest-qt`, `.venv-core`), collecting the tests cannot load it either."""
    if "PySide6" not in sys.modules:
        sys.meta_path.insert(0, NoScreens)


@pytest.fixture(autouse=True)
def no_screens(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hide the screens that other tests loaded before, and refuse to load them again."""
    for name in [name for name in sys.modules if name.partition(".")[0] in SCREENS]:
        monkeypatch.delitem(sys.modules, name)
    sys.meta_path.insert(0, NoScreens)
    yield
    sys.meta_path.remove(NoScreens)
