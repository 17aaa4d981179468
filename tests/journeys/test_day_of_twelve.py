"""A day with twelve people: eight are talked with, one of them in two halves; one did not come; one moves; two are to come."""

import re
from collections import Counter
from datetime import time, timedelta
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.clock import today
from coachdesk.diary import Absence, AppointmentState
from coachdesk.i18n import clock_time, long_date
from tests.journeys.conftest import Start, until_the_day_has
from tests.journeys.desktop import Environment
from tests.journeys.program import Program
from tests.journeys.steps import (
    REVIEW,
    choose,
    choose_caseload_file,
    give_date,
    go_on,
    go_to,
    last_interview,
    make_a_vault,
    opened_with_keychain,
    person,
    the_program,
)

pytestmark = pytest.mark.display

NAMES = (
    "Amara Adeyemi", "Tom Brannigan", "Hassan Chaudhry", "Ivan Dobrev", "Ruth Ellsworth", "Moira Farquhar",
    "Owain Gwynne", "Leila Haddad", "Omar Iqbal", "Zofia Jankowska", "Niamh Kinsella", "Grace Lomax",
)  # fmt: skip
TIMES = (*(time(9 + number // 6, number % 6 * 10) for number in range(10)), time(23, 48), time(23, 58))
"""The last two are to come, at whatever hour this runs."""

PAUSED, BETWEEN, *OTHERS, WITHOUT_NEXT_STEP, ABSENT, MOVED = range(10)

LIST, IN_THE_WAY = "Appointments of the day", "In one line, what is it like?"
HALF, REST = "The bus comes at ten and the", " shift starts at nine"
STEP = "Ring the depot on Friday morning"


@pytest.mark.timeout(1800)  # a whole day, on a machine that others may be using, or the wait for tomorrow
def test_a_day_of_twelve_ends_with_nobody_out_of_sight(
    start: Start, screen: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    until_the_day_has(timedelta(minutes=14))
    desk = start(*the_program(tmp_path / "coach.cdvault"), patience=40)
    make_a_vault(desk, "Sam Okafor", "Wakefield")
    bring_in(desk, tmp_path)
    for who in range(12):
        book(desk, who)
    assert_left(desk, "0 seen, 12 to come")
    desk.focus(LIST, "list")
    desk.key("Home")
    pause_one_for_another(desk)
    for who in (*OTHERS, WITHOUT_NEXT_STEP):
        choose_next(desk, who)
        begin(desk, who)
        if who in OTHERS:
            agree(desk, who)
        finish(desk)
    note_who_did_not_come(desk)
    move(desk)
    assert_left(desk, "8 seen, 2 to come", "2 things need you", "2 people have no next step.")
    assert_both_are_named(desk)
    desk.kill()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", screen["DBUS_SESSION_BUS_ADDRESS"])
    with opened_with_keychain(tmp_path / "coach.cdvault") as vault:
        assert_kept(vault)


def bring_in(desk: Program, folder: Path) -> None:
    """The twelve come from a file, as when a colleague's caseload is taken over."""
    file = folder / "twelve.csv"
    file.write_text("Given name,Family name\n" + "".join(f"{name.replace(' ', ',')}\n" for name in NAMES), "utf-8")
    choose_caseload_file(desk, file)
    desk.press("Check the file")
    desk.press("Bring in 12 people", "push button")
    desk.find("12 people were brought in. Delete the file if it is not needed any more.", "label")
    desk.press("Today", "check box")
    desk.find("Add an appointment", "push button")


def book(desk: Program, who: int) -> None:
    """Book somebody today by hand."""
    desk.key("ctrl+b")
    desk.find("Person", "text", state="focused")
    desk.type(NAMES[who].split()[1])
    desk.key("Return")
    desk.set_text("Time", f"{TIMES[who]:%H:%M}")
    desk.press(REVIEW, "radio button", within="Kind")
    desk.press("Book it")
    desk.find(card(who), "label")


def card(who: int) -> str:
    """The heading of somebody's prep card."""
    return f"{NAMES[who]}, {clock_time(TIMES[who])}"


def choose_next(desk: Program, who: int, key: str = "Down") -> None:
    """Go on in the list; their card comes with them."""
    desk.key(key)
    desk.find(card(who), "label")


def begin(desk: Program, who: int) -> None:
    """Start, and look for anybody else's name in all that a screen reader could be told."""
    desk.key("F5")
    desk.find("Nobody else, and we can talk freely", "radio button", state="focused")
    assert_nobody_else(desk, who)
    desk.key("1")


def assert_nobody_else(desk: Program, who: int) -> None:
    """Nothing that the program tells, shown or hidden, has the name of one of the other eleven."""
    told = desk.told()
    given, family = NAMES[who].split()
    assert given in told
    others = {word for name in NAMES for word in name.split()} - {given, family}
    assert not [name for name in others if name in told]


def agree(desk: Program, who: int) -> None:
    """One new step, a plan that has changed and a yes to it, and the next meeting."""
    go_to(desk, "Next step")
    desk.key("Return")  # chosen freely, as it stands
    desk.type(STEP)
    desk.key("Return", "1")  # in one week
    go_on(desk, "Does it still fit?")
    choose(desk, "What no longer fits?", "What is asked")
    go_on(desk, "Next time, and read it back")
    choose(desk, "How does the changed plan sit with you today?", "I say yes to this")
    again = f"In two weeks: {long_date(today() + timedelta(weeks=2))}, {clock_time(TIMES[who])}"
    choose(desk, "The same again", again)


def finish(desk: Program) -> None:
    """Over; the day is there again, and the keyboard in its list."""
    desk.key("ctrl+shift+f")
    desk.find(LIST, "list", state="focused")


def pause_one_for_another(desk: Program) -> None:
    """A call comes in mid-sentence, another person's whole review is held, and then the first goes on where it was."""
    begin(desk, PAUSED)
    go_to(desk, "The one thing in the way")
    choose(desk, "What is most in the way just now?", "Getting there")
    desk.focus(IN_THE_WAY, "text")
    desk.type(HALF)
    desk.key("F8")
    desk.find(LIST, "list", state="focused")
    assert any(words.startswith("One interview is not finished.") for words in desk.names("label"))
    choose_next(desk, BETWEEN)
    begin(desk, BETWEEN)
    agree(desk, BETWEEN)
    finish(desk)
    choose_next(desk, PAUSED, "Up")
    desk.find("Carry on", "push button")
    desk.key("F5")
    desk.find(IN_THE_WAY, "text", state="focused", text=HALF)
    assert_nobody_else(desk, PAUSED)
    desk.type(REST)
    agree(desk, PAUSED)
    finish(desk)
    choose_next(desk, BETWEEN)


def note_who_did_not_come(desk: Program) -> None:
    """Nothing is known at first, safety is asked before anything else, and nothing is counted."""
    choose_next(desk, ABSENT)
    desk.key("ctrl+3")
    desk.find("We do not know why", "radio button", within="What we know", state="checked")
    shown = desk.names("label")
    first = shown[shown.index("Before anything else") + 1]
    assert first.startswith("First, are they safe?")
    assert not [
        words for words in shown if re.search(r"(?i)missed|no.?show|\bonce\b|\btwice\b|\d+ (times?|did not)", words)
    ]


def move(desk: Program) -> None:
    """They asked for another day: the old time stays as it was, with the way to the new one."""
    choose_next(desk, MOVED)
    desk.key("ctrl+4")
    desk.find("A new time", "label")
    tomorrow = today() + timedelta(days=1)
    give_date(desk, "Day", tomorrow)
    desk.set_text("Time", "10:30")
    desk.press("Book it")
    desk.find(f"The appointment is on {long_date(tomorrow)}, 10:30am.", "label")


def assert_left(desk: Program, *said: str) -> None:
    """What the day says of how far it is, and of what waits."""
    for words in said:
        desk.find(words, "label")


def assert_both_are_named(desk: Program) -> None:
    """Who has no next step: the one with whom nothing was agreed, and the one who did not come."""
    desk.press("Show them", "push button")
    waiting = [f"No next step, {NAMES[who]} has no next step." for who in (WITHOUT_NEXT_STEP, ABSENT)]
    for words in waiting:
        desk.find(words, "list item")
    desk.press(waiting[0], "list item")
    desk.focus("What needs you", "list")
    desk.key("Return")
    desk.find("About this person", "label")


def assert_kept(vault: Opened) -> None:
    """The vault says of each of the twelve what the day did."""
    people, plans = vault.services.people, vault.services.plans
    states: Counter[AppointmentState] = Counter()
    for who, name in enumerate(NAMES):
        found = person(vault, name.split()[1])
        booked = people.open(found).appointments
        (now,) = (each for each in booked if each.on == today())
        states[now.state] += 1
        agreed = [each.text for each in plans.plan(found).actions]
        later = [each.on for each in booked if each.on > today()]
        assert agreed == ([STEP] if who in (PAUSED, BETWEEN, *OTHERS) else [])
        assert bool(later) is (who in (PAUSED, BETWEEN, *OTHERS, MOVED))
        if who == ABSENT:
            assert now.absence is Absence.UNKNOWN
        if who == PAUSED:
            said = vault.services.interviews.open(last_interview(vault, found).id).answers
            assert said["barrier_words"].value == HALF + REST
    assert states == {
        AppointmentState.SEEN: 8,
        AppointmentState.NO_SHOW: 1,
        AppointmentState.MOVED_BY_THEM: 1,
        AppointmentState.BOOKED: 2,
    }
