"""Somebody is handed over and comes back: two programs, two vaults, a pack in between, and one thing that both changed."""

import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from coachdesk.handover.pack import ENDING
from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.steps import (
    PATIENCE,
    choose_file,
    make_a_vault,
    open_person,
    opened,
    person,
    saved_since,
    the_program,
    unlock,
)

pytestmark = pytest.mark.display

HERE, THERE = "07700 900111", "07700 900222"
ALTERED = "This pack was cut off or altered, or it is none. Nothing of it was taken. Ask your colleague for it again."
LEFT = "One thing is left to decide. Until then nothing is taken in."


@dataclass(frozen=True)
class Desk:
    """A coach at their program, and the folder from which they pass files on."""

    program: Program
    coach: str
    folder: Path


@pytest.mark.timeout(600)  # two programs, on a machine that others may be using
def test_what_both_changed_is_decided_side_by_side_when_somebody_comes_back(
    start: Start, practice: Path, tmp_path: Path
) -> None:
    sam = Desk(start(*the_program(practice), patience=40), "Sam Okafor, Wrexham", tmp_path / "sam")
    unlock(sam.program)
    vault = tmp_path / "robin.cdvault"
    robin = Desk(start(*the_program(vault), patience=40), "Robin Price, Cardiff", tmp_path / "robin")
    make_a_vault(robin.program, *robin.coach.split(", "))
    exchange_contacts(sam, robin)
    pack = hand_over(sam, robin, find="Whitaker")
    assert_refused_when_altered(robin, pack, tmp_path / f"altered{ENDING}")
    take_in(robin, pack, "One person is new here.")
    change_phone(robin, THERE)
    change_phone(sam, HERE)
    back = hand_over(robin, sam, add=f"Add everybody who came from {sam.coach.split(',')[0]}")
    open_pack(sam, back)
    decide(sam, robin)
    desk = sam.program
    desk.press("Take it in", "push button")
    wait_for_label(desk, "You decided about one thing.")
    desk.kill()
    with opened(practice) as kept:
        assert kept.services.people.open(person(kept, "Whitaker")).person.phone == THERE


def part(desk: Desk, title: str) -> None:
    """Go to a part of handing over."""
    desk.program.key("alt+8")
    desk.program.press(title, "check box")


def choose_folder(desk: Desk, folder: Path) -> None:
    """Give a folder to the dialogue that asks for one."""
    folder.mkdir(exist_ok=True)
    desk.program.set_text("Directory:", str(folder))
    desk.program.press("Choose", "push button")
    desk.program.wait_gone("Directory:", "text")


def wait_for_label(desk: Program, words: str) -> str:
    """Wait for a sentence within a label; the whole label."""
    ends = time.monotonic() + 2 * PATIENCE
    while not (found := [each for each in desk.names("label") if words in each]):
        assert time.monotonic() < ends, f"{words!r} is not said: {desk.outline()}"
        time.sleep(0.1)
    return found[0]


def exchange_contacts(sam: Desk, robin: Desk) -> None:
    """Each gives the other a contact file, and compares the check phrase that the other has on their own screen."""
    phrases = {}
    for desk in (sam, robin):
        part(desk, "My contact file")
        desk.program.find("Choose a folder and save it", "push button")
        phrases[desk.coach] = next(
            each for each in desk.program.names("label") if re.fullmatch(r"(\w{4}\W+){4}\w{4}", each)
        )
        desk.program.press("Choose a folder and save it", "push button")
        choose_folder(desk, desk.folder)
    for desk, other in ((sam, robin), (robin, sam)):
        (card,) = other.folder.glob("*.json")
        part(desk, "Colleagues")
        desk.program.press("Add a contact file", "push button")
        choose_file(desk.program, card)
        desk.program.find(other.coach, "label")
        desk.program.find(phrases[other.coach], "label")
        desk.program.press("It is the same: keep them", "push button")
        desk.program.find(other.coach, "list item")


def hand_over(desk: Desk, to: Desk, *, find: str = "", add: str = "") -> Path:
    """Save a pack with one person, by name or by the button that says whom it adds."""
    program = desk.program
    part(desk, "Hand people over")
    program.press(to.coach, "radio button", within="To whom")
    if find:
        program.set_text("Find a person", find)
        program.focus("Find a person", "text")
        program.key("Return")
    else:
        program.press(add, "push button")
    wait_for_label(program, "One person goes.")
    program.press("Choose a folder and save the pack", "push button")
    choose_folder(desk, desk.folder)
    wait_for_label(program, "Nobody but your colleague can open it.")
    (pack,) = desk.folder.glob(f"*{ENDING}")
    assert "Whitaker" not in pack.name
    return pack


def choose_pack(desk: Desk, pack: Path) -> None:
    """Choose a file in the part where packs are opened."""
    part(desk, "Open a pack")
    desk.program.press("Choose a pack", "push button")
    choose_file(desk.program, pack)


def open_pack(desk: Desk, pack: Path) -> None:
    """Choose it, and see who is in it."""
    choose_pack(desk, pack)
    desk.program.find("People in the pack", "list")


def assert_refused_when_altered(desk: Desk, pack: Path, altered: Path) -> None:
    """One byte is another: nothing of it is shown, nothing can be taken."""
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    altered.write_bytes(content)
    choose_pack(desk, altered)
    desk.program.find(ALTERED, "label")
    assert "Take it in" not in desk.program.names("push button")


def take_in(desk: Desk, pack: Path, said: str) -> None:
    """Look at it, and take it in whole."""
    open_pack(desk, pack)
    desk.program.press("Take it in", "push button")
    wait_for_label(desk.program, said)


def change_phone(desk: Desk, number: str) -> None:
    """Put a telephone number right among the details, as both do while each is at their own desk."""
    open_person(desk.program, "Whitaker")
    desk.program.press("Details", "check box")
    second = time.time()
    desk.program.set_text("Phone", number)
    desk.program.focus("Phone", "text")
    desk.program.key("Tab")
    saved_since(desk.program, int(second))


def decide(sam: Desk, robin: Desk) -> None:
    """Nothing is proposed and nothing is taken in before it is decided; who wrote which stands beside it."""
    desk = sam.program
    desk.find(LEFT, "label")
    assert "enabled" not in desk.find("Take it in", "push button").states
    lines = [each for each in desk.names("list item") if HERE in each]
    assert len(lines) == 1
    for words in (THERE, "Sam Okafor", robin.coach.split(",")[0]):
        assert words in lines[0]
    desk.press(THERE, "radio button")
    desk.find("Nothing is left to decide.", "label")
    desk.find("Take it in", "push button", state="enabled")
