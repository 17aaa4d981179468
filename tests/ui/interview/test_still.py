"""What stands below a question keeps its place when the small things come into sight beside an answer, at any text size."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachdesk.plans import Party
from tests.ui.checks import at_text_size, settle, tab_walk
from tests.ui.interview.conftest import FIRST, REVIEW, Room
from ui.interview.block import QuestionBlock
from ui.interview.fields.carried import OutcomesField
from ui.theme import Appearance


def places(room: Room) -> dict[str, int]:
    """How far down each question begins."""
    settle()
    return {name: block.y() for name, block in room.page.centre.blocks.items()}


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_jumps_when_the_focus_goes_on_to_another_question(
    room: Room, appearance: Appearance, size: int
) -> None:
    with at_text_size(appearance, size):
        room.start(FIRST)
        room.presenter.go_to("where_to")
        before, blocks = places(room), list(room.page.centre.blocks.values())
        assert len(blocks) > 2
        for block in blocks:
            room.presenter.at(block.question.id)
            assert places(room) == before
            assert all(block.controls.buttons.values()) or not block.controls.isVisible()


def of(block: QuestionBlock) -> tuple[tuple[str, QWidget], ...]:
    """The parts of a question in their order."""
    return ("field", block.field), ("small", block.controls), ("note", block.note)


def test_tab_goes_through_what_was_promised_and_agreed_where_it_stands(room: Room) -> None:
    room.agree("Ring the nursery", Party.COACH)
    for days in range(1, 5):
        room.agree(f"Look at advert {days}", days=days)
    room.start(REVIEW)
    room.presenter.go_to("ours")
    settle()
    walked = tab_walk(room.page)
    went_well, promises = room.block("went_well"), room.block("promises")
    asked = [block for each in walked for block in (went_well, promises) if block.isAncestorOf(each)]
    assert list(dict.fromkeys(asked)) == [went_well, promises]
    room.presenter.go_to("happened")
    room.presenter.show_all_carried()
    settle()
    field = room.block("what_happened").field
    assert isinstance(field, OutcomesField)
    rows = list(field.rows.values())
    passed = [row for each in tab_walk(room.page) for row in rows if row.card.isAncestorOf(each)]
    assert list(dict.fromkeys(passed)) == rows
    assert room.page.foot.isAncestorOf(tab_walk(room.page)[-1])


def test_tab_goes_from_an_answer_to_its_small_things_and_to_its_note(room: Room, qtbot: QtBot) -> None:
    room.start(FIRST)
    room.presenter.go_to("where_to")
    block = list(room.page.centre.blocks.values())[1]
    room.presenter.at(block.question.id)
    block.do("note")
    settle()
    with qtbot.waitActive(room.page):
        room.page.activateWindow()
    walked = tab_walk(room.page)
    passed = [name for each in walked for name, part in of(block) if part.isAncestorOf(each)]
    assert list(dict.fromkeys(passed)) == ["field", "small", "note"]
    assert passed == sorted(passed, key=["field", "small", "note"].index)
