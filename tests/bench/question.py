"""The next question: from Continue, or from a key in a field, until the page is painted; saved where it has to be."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from coachdesk.interviews import Channel, Kind, Step
from tests.bench.desk import seconds, shown
from tests.bench.harness import Comparison
from tests.ui.checks import settle
from tests.vaults import made, setting
from ui.wiring import Desk

WORDS = "I was a cook for six years and I liked teaching the new ones. "


class Talking:
    """A first commitments meeting on the screen."""

    def __init__(self, desk: Desk) -> None:
        self._presenter, self._lock = desk.screens.interview, desk.keeper.lock
        people = desk.services.people
        person = people.save(replace(people.draft(), given_name="Amira", family_name="Example"))
        desk.routes.start(person.id, "first-commitments", Channel.FACE_TO_FACE.value, "")
        self._typed = 0

    def _step(self) -> Step:
        state = self._presenter.state()
        assert state is not None
        steps = {each.id: each for each in state.definition.steps}
        return steps.get(state.interview.step_id, state.definition.steps[-1])

    def _words(self) -> tuple[str, ...]:
        return tuple(each.id for each in self._step().questions if each.kind in {Kind.LONG_TEXT, Kind.SHORT_TEXT})

    def _round(self) -> None:
        """From the last step back to the first."""
        state = self._presenter.state()
        assert state is not None
        if self._step() is state.definition.steps[-1]:
            self._presenter.go_to(state.definition.steps[0].id)
            settle()

    def go_on(self) -> float:
        """Answer what can be answered in words on this step, then Continue."""
        self._round()
        for question_id in self._words():
            self._presenter.answer(question_id, WORDS)
        settle()
        self._lock.touch()  # as the key does that leads on
        return seconds(self._presenter.go_on)

    def type(self) -> float:
        """One letter more in a field of words."""
        while not self._words():
            self._presenter.go_on()
            self._round()
        settle()
        self._typed += 1
        self._lock.touch()
        return seconds(partial(self._presenter.answer, self._words()[0], WORDS[: self._typed % len(WORDS)]))


def comparisons() -> Iterator[Comparison]:
    """Once round the steps and more."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder, shown(made(setting(Path(folder)))) as desk:
        talking = Talking(desk)
        yield Comparison("next step of an interview, the last one saved", talking.go_on, aim_ms=50, goes=40)
        yield Comparison("a letter in an answer", talking.type, aim_ms=16, goes=40)
