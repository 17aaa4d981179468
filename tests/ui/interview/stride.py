"""A program of its own: walks quickly through every step of the first interview, again and again, over a real vault.

Whatever a step leaves behind is collected at once here, so that what would crash once in a week crashes now.
"""

import gc
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayoutItem
from shiboken6 import Shiboken

from coachdesk.interviews import Channel
from tests.vaults import made, setting
from ui.autolock import AutoLock
from ui.interview import InterviewPage, InterviewPresenter
from ui.kit.focus import FocusRing
from ui.theme import Appearance, Theme

ROUNDS = 6


def main() -> None:
    """Walk, and say whether a shadow of one of Qt's own layout items is left."""
    app = QApplication(sys.argv)
    _kept = Appearance(app, theme=Theme.BASIC), FocusRing(app), AutoLock(app)
    with tempfile.TemporaryDirectory() as folder:
        vault = made(setting(Path(folder)))
        person = vault.services.people.save(replace(vault.services.people.draft(), given_name="Amira"))
        presenter = InterviewPresenter(vault.services)
        page = InterviewPage(presenter)
        page.resize(1366, 768)
        page.show()
        presenter.start(person.id, "first-commitments", Channel.FACE_TO_FACE)
        page.arrived()
        gc.set_threshold(50)
        _walk(presenter)
        presenter.pause()
        vault.close()
    sys.stdout.write(f"shadows {shadows()}\n")


def shadows() -> int:
    """How many Python objects stand for layout items that Qt made, and will delete without saying so."""
    gc.collect()
    return sum(
        isinstance(each, QLayoutItem) and not Shiboken.createdByPython(each) for each in Shiboken.getAllValidWrappers()
    )


def _walk(presenter: InterviewPresenter) -> None:
    for _round in range(ROUNDS):
        state = presenter.state()
        assert state is not None
        for step in state.definition.steps:
            presenter.go_to(step.id)
            QTest.qWait(5)


if __name__ == "__main__":
    main()
