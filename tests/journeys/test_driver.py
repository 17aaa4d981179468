"""The driver itself, on a window of a few lines: what it enters arrives, what it reads is what shows."""

from pathlib import Path

import pytest

from tests.journeys.conftest import Start

pytestmark = pytest.mark.display
SAMPLE = str(Path(__file__).with_name("sample_window.py"))


def test_what_a_screen_reader_enters_reaches_the_program(start: Start, tmp_path: Path) -> None:
    window = start(SAMPLE, str(tmp_path / "kept"))
    window.set_text("Name", "Siân Ŵyn")
    window.set_text("Story", "Two lines\nof a story")
    window.set_value("Hours", 16)
    window.press("Alone", "check box")
    window.find("Alone", "check box", state="checked")
    window.press("Greet", "push button")
    assert window.find("Siân Ŵyn, 16 hours, alone: Two lines\nof a story").role == "label"
    assert window.find("Channel", "combo box").text == "In person"
    window.wait_gone("Nothing yet")


def test_keys_and_pictures_are_those_of_our_own_screen(start: Start, tmp_path: Path) -> None:
    window = start(SAMPLE, str(tmp_path / "kept"))
    window.focus("Name", "text")
    window.type("Sam")
    window.find("Name", "text", text="Sam")
    assert window.screenshot(tmp_path / "picture.png").size == (1366, 768)


def test_a_killed_program_leaves_what_it_had_written(start: Start, tmp_path: Path) -> None:
    window = start(SAMPLE, str(tmp_path / "kept"))
    window.set_text("Name", "Half a wor")
    window.find("Name", "text", text="Half a wor")
    window.kill()
    assert (tmp_path / "kept").read_text("utf-8") == "Half a wor"


def test_a_name_that_is_not_there_fails_with_the_tree(start: Start, tmp_path: Path) -> None:
    window = start(SAMPLE, str(tmp_path / "kept"), patience=0.2)
    with pytest.raises(AssertionError, match=r"not in the accessibility tree|push button: 'Greet'"):
        window.press("Nobody")
