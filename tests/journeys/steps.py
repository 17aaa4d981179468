"""What a coach does again and again, in the words of a coach: the journeys are written with these."""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from coachdesk.application import Opened, Setting, open_vault
from coachdesk.clock import local
from coachdesk.demo import PASSPHRASE
from coachdesk.interviews import Interview
from coachdesk.policy import Policy
from coachdesk.policy_file import read_policy
from coachdesk.vault import keychain_for
from tests.journeys.program import Program

SECRET = "password text"
"""The role of a field that shows dots."""

PATIENCE = 20
"""Seconds for something to be saved."""

FIRST, REVIEW = "First commitments meeting", "Work search review"


def the_program(vault: Path) -> tuple[str, ...]:
    """The arguments of the program's own start with a vault."""
    return "-m", "ui", "--vault", str(vault)


def make_a_vault(desk: Program, name: str, jobcentre: str) -> None:
    """Fill the first panel and keep the recovery key, by typing back the group that is asked for."""
    desk.set_text("Your name", name)
    desk.set_text("Your jobcentre", jobcentre)
    desk.set_text("Passphrase", PASSPHRASE, SECRET)
    desk.set_text("The same passphrase again", PASSPHRASE, SECRET)
    desk.press("Make the vault", "push button")
    desk.find("Keep this recovery key")
    shown = desk.names("label")
    groups = {found[1]: found[2] for each in shown if (found := re.fullmatch(r"(\d)\. (\w{4})", each))}
    number = next(found[1] for each in shown if (found := re.fullmatch(r"Type group (\d) here", each)))
    desk.set_text(f"Type group {number} here", groups[number])
    desk.press("I have kept it")


def unlock(desk: Program) -> None:
    """Type the passphrase and wait for the day."""
    desk.set_text("Passphrase", PASSPHRASE, SECRET)
    desk.press("Unlock", "push button")
    desk.find("Administration", "check box")


def add_person(desk: Program, given: str, family: str) -> None:
    """Add somebody to the caseload, with a name only."""
    desk.press("Add a person")
    desk.set_text("Given name", given)
    desk.set_text("Family name", family)
    desk.press("Add to your caseload")
    desk.find("Start an interview")


def open_person(desk: Program, name: str) -> None:
    """Find somebody of the caseload with the keyboard."""
    desk.press("People")
    desk.set_text("Find by name", name)
    desk.focus("Find by name", "text")
    desk.key("Return")
    desk.find("About this person", "label")


def start_interview(desk: Program, interview: str, way: str = "Face to face") -> None:
    """Start an interview with the person who is on the screen."""
    desk.press(interview, "radio button")
    desk.press(way, "radio button")
    desk.press("Start", "push button")
    desk.find(interview, "label")


def carry_on(desk: Program) -> None:
    """Go on with the interview of this person that was left."""
    (button,) = (each for each in desk.names("push button") if each.startswith("Carry on: "))
    desk.press(button)
    desk.find("Continue", "push button")


def go_to(desk: Program, title: str) -> None:
    """Open a step from the list of steps."""
    desk.press(title, "push button")
    desk.find(title, "label")


def saved_since(desk: Program, second: float) -> None:
    """Wait for the stamp of a save at this second of the clock or later."""
    wanted = f"Saved {local(datetime.fromtimestamp(second, UTC)):%H:%M:%S}"
    ends = time.monotonic() + PATIENCE
    while not any(each.startswith("Saved ") and each >= wanted for each in desk.names("label")):
        assert time.monotonic() < ends, f"Nothing was saved: {desk.outline()}"
        time.sleep(0.1)


def go_on(desk: Program, title: str) -> None:
    """Continue to the step of this title."""
    desk.press("Continue")
    desk.find(title, "label")


def say(desk: Program, answers: Mapping[str, str]) -> None:
    """Put words in fields, as dictation does."""
    for question, words in answers.items():
        desk.set_text(question, words)


def choose(desk: Program, question: str, *choices: str) -> None:
    """Choose in a group."""
    for each in choices:
        desk.press(each, within=question)
        desk.find(each, within=question, state="checked")


def give_date(desk: Program, question: str, day: date) -> None:
    """Fill the three fields of a date."""
    for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        desk.set_text(part, str(number), within=question)


def write_line(desk: Program, whose: str, what: str, when: str, *, requirement: str = "") -> None:
    """Write a line of the plan and have it stand in the list."""
    choose(desk, "Whose step", whose)
    desk.set_text("What, in the words of whoever does it", what)
    if requirement:
        choose(desk, "Which requirement does it carry out?", requirement)
    choose(desk, "By when, or how often", when)
    desk.press("Add, and write another")
    desk.find(what, "label")


def pause(desk: Program) -> None:
    """Leave the interview as it stands; everything is stored by then."""
    desk.press("Pause")
    desk.find("Administration", "check box")


def choose_file(desk: Program, file: Path) -> None:
    """Give a file to the dialogue that asks for one."""
    desk.set_text("File name:", str(file))
    desk.press("Open", "push button")
    desk.wait_gone("File name:", "text")


def choose_caseload_file(desk: Program, file: Path) -> None:
    """Go to where people are brought in from a file, and choose it."""
    desk.press("Administration", "check box")
    desk.press("Caseload in and out")
    desk.press("Choose a file", "push button")
    choose_file(desk, file)
    desk.find("The first people in the file", "list")


@contextmanager
def opened(vault: Path) -> Iterator[Opened]:
    """A practice vault, opened without the program."""
    setting = Setting(folder=vault.parent, name=vault.stem, keychain=None, policy=Policy())
    found = open_vault(setting, PASSPHRASE)
    try:
        yield found
    finally:
        found.close()


@contextmanager
def opened_with_keychain(vault: Path) -> Iterator[Opened]:
    """A vault that the program made, opened without it; the keychain is that of the session bus of this process."""
    policy = read_policy()
    setting = Setting(folder=vault.parent, name=vault.stem, keychain=keychain_for(policy.keychain), policy=policy)
    found = open_vault(setting, PASSPHRASE)
    try:
        yield found
    finally:
        found.close()


def person(vault: Opened, name: str) -> str:
    """The id of somebody by the family name."""
    return next(row.person_id for row in vault.services.people.find(name) if name in row.listed)


def last_interview(vault: Opened, person_id: str) -> Interview:
    """The interview that began last."""
    return max(vault.services.people.open(person_id).interviews, key=lambda each: each.started_at)
