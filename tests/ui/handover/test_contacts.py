from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.caseload import held_to
from tests.ui.checks import at_text_size, settle
from tests.ui.handover.conftest import Desk, contact_of, know
from ui.handover import state as at
from ui.theme import Appearance, Theme


def test_my_contact_file_is_saved_and_its_check_phrase_stands_in_groups_to_read_aloud(
    sam: Desk, tmp_path: Path
) -> None:
    sam.go(at.MINE)
    phrase = sam.opened.services.handover.my_contact().phrase
    assert len(phrase) == 5
    assert "   ".join(phrase) in sam.said()
    sam.press(sam.page.mine.save)
    (file,) = tmp_path.glob("coachdesk-contact-*.json")
    assert f"Your contact file is {file.name}." in sam.said()


def test_a_colleague_is_kept_only_once_the_check_phrase_was_compared(sam: Desk, desks: Callable[[str], Desk]) -> None:
    alex = desks("Alex Doyle")
    sam.file = contact_of(alex)
    sam.go(at.COLLEAGUES)
    assert "Nobody is kept yet." in sam.said()
    sam.press(sam.page.colleagues.add)
    assert "Alex Doyle, Wakefield" in sam.said()
    assert "Ring them on a number that you know" in sam.said()
    sam.press(sam.page.colleagues.not_now)
    assert sam.opened.services.handover.colleagues() == ()
    know(sam, alex)
    assert [row.cells for row in sam.page.colleagues.list.rows_model.rows()] == [("Alex Doyle", "Wakefield")]
    assert "Alex Doyle is kept." in sam.said()
    sam.press(sam.page.colleagues.add)
    assert "Alex Doyle is kept already, with this very check phrase." in sam.said()


@pytest.mark.parametrize("content", [b"{}", b""])
def test_a_file_that_is_none_is_refused_in_a_plain_sentence(sam: Desk, tmp_path: Path, content: bytes) -> None:
    sam.file = tmp_path / "other.json"
    sam.file.write_bytes(content)
    sam.go(at.COLLEAGUES)
    sam.press(sam.page.colleagues.add)
    assert "This is no contact file, or it was altered." in sam.said()


def test_my_own_file_is_refused(sam: Desk) -> None:
    sam.file = contact_of(sam)
    sam.go(at.COLLEAGUES)
    sam.press(sam.page.colleagues.add)
    assert "This is your own contact file." in sam.said()


def test_taking_a_colleague_out_is_asked_first_and_says_what_follows(sam: Desk, alex: Desk) -> None:
    sam.go(at.COLLEAGUES)
    sam.press(sam.page.colleagues.remove)
    assert "Then no pack from Alex Doyle can be opened here" in sam.said()
    sam.press(sam.page.colleagues.no)
    assert len(sam.opened.services.handover.colleagues()) == 1
    sam.press(sam.page.colleagues.remove)
    sam.press(sam.page.colleagues.yes)
    assert sam.opened.services.handover.colleagues() == ()
    sam.go(at.GIVE)
    assert "No colleague is kept here yet" in sam.said()
    sam.press(sam.page.give.nobody.button)
    assert sam.page.colleagues.isVisibleTo(sam.page)
    know(sam, alex)


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("section", [at.GIVE, at.OPEN, at.COLLEAGUES, at.MINE])
def test_every_part_holds_to_the_checks(sam: Desk, alex: Desk, appearance: Appearance, section: str, size: int) -> None:
    sam.go(section)
    assert alex.idle()
    with at_text_size(appearance, size, Theme.BASIC):
        settle()
        assert held_to(sam.page) == []
