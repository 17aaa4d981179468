"""The main job from a fresh machine to the copy in somebody's hand, as somebody with a screen reader does it."""

import re
from datetime import date, timedelta
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from coachdesk.application import Opened
from coachdesk.clock import today
from coachdesk.commitments import Format, OutcomeKind
from coachdesk.i18n import long_date
from coachdesk.interviews import InterviewState
from tests.journeys.conftest import Start
from tests.journeys.desktop import Environment
from tests.journeys.program import Program
from tests.journeys.steps import (
    FIRST,
    add_person,
    choose,
    give_date,
    go_on,
    make_a_vault,
    opened_with_keychain,
    say,
    start_interview,
    the_program,
    write_line,
)

pytestmark = pytest.mark.display

GOAL = "Work with children, in mornings only"
PROMISE, ASKED, CHOSEN = "Send Maya the list of nurseries", "Look at two adverts", "Ring the nursery on Park Street"


@pytest.mark.also_on_3_13
def test_from_a_fresh_machine_to_an_issued_commitment(
    start: Start, screen: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = tmp_path / "coach.cdvault"
    desk = start(*the_program(vault), patience=40)
    make_a_vault(desk, "Sam Okafor", "Wakefield")
    add_person(desk, "Maya", "Thornbury")
    start_interview(desk, FIRST)
    meet(desk)
    agree(desk)
    close_the_meeting(desk, today() + timedelta(weeks=2))
    number = issue(desk)
    desk.press("Done", "push button")
    desk.find("No appointments on this day")
    desk.kill()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", screen["DBUS_SESSION_BUS_ADDRESS"])
    with opened_with_keychain(vault) as opened:
        assert opened.keys.with_keychain
        assert_filed(opened, number)


def meet(desk: Program) -> None:
    """The conversation, up to what each of us does."""
    choose(desk, "Who is with us today?", "Nobody else, and we can talk freely")
    choose(desk, "Is the way we meet and write to you still right?", "Yes")
    go_on(desk, "Things that can change what is asked")
    choose(desk, "Is any of this part of your life just now?", "Nothing I want to say today")
    go_on(desk, "Home")
    choose(desk, "Do you claim together with a partner?", "No")
    go_on(desk, "Health and getting about")
    go_on(desk, "What you bring")
    say(desk, {"What are you proud of?": "I can calm anybody down."})
    go_on(desk, "Where to")
    say(desk, {"What would you like to be different?": GOAL})
    go_on(desk, "What fits")
    say(desk, {"How many hours a week could you give to work, or to looking for it? (hours a week)": "16"})


def agree(desk: Program) -> None:
    """Ours first, then what is asked, then what is chosen freely."""
    go_on(desk, "What each of us does")
    in_two_weeks = f"In two weeks, {long_date(today() + timedelta(weeks=2))}"
    write_line(desk, "What we will do", PROMISE, in_two_weeks)
    write_line(desk, "What is asked", ASKED, "Every week", requirement="Looking for work")
    write_line(desk, "What is chosen freely", CHOSEN, in_two_weeks)


def close_the_meeting(desk: Program, again: date) -> None:
    """Read it back, say how it sits, and agree the next meeting."""
    go_on(desk, "Read it back")
    desk.find(GOAL, "label")
    go_on(desk, "Next")
    choose(desk, "How does the plan sit with you today?", "I say yes to this")
    give_date(desk, "Which day", again)
    desk.set_text("Time", "10:30")
    choose(desk, "How", "By phone")
    desk.set_text("Why then", "To look at the two adverts together")


def issue(desk: Program) -> str:
    """Open the commitment, check the envelope, issue; the number that stands on the screen."""
    desk.key("alt+4")
    desk.find("Not issued yet")
    desk.press("Issue")
    for line in (GOAL, ASKED, CHOSEN):
        desk.find("On paper", "radio button", within=line, state="checked")
    desk.press("Issue it now")
    desk.find("Copy for the journal")
    numbers = [each for each in desk.names("label") if re.fullmatch(r"\w{4}-1, edition 1", each)]
    assert len(numbers) == 1
    return numbers[0].split(",")[0]


def assert_filed(opened: Opened, number: str) -> None:
    """Whatever was said and agreed is in the vault, and the paper says it too."""
    (row,) = opened.services.people.find("Thornbury")
    file = opened.services.people.open(row.person_id)
    assert [each.text for each in file.plan.goals] == [GOAL]
    assert {each.text for each in file.plan.actions} == {PROMISE, ASKED, CHOSEN}
    assert [each.state for each in file.interviews] == [InterviewState.FINISHED]
    assert [(each.on, each.at.hour) for each in file.appointments] == [(today() + timedelta(weeks=2), 10)]
    (issued,) = file.commitments
    assert (issued.number, file.lives[issued.id].outcome) == (number, OutcomeKind.AGREED)
    paper = pdfium.PdfDocument(opened.services.commitments.content(issued.id, Format.PDF))
    printed = " ".join(" ".join(page.get_textpage().get_text_range() for page in paper).split())
    paper.close()
    for words in (number, GOAL, PROMISE, ASKED, CHOSEN):
        assert words in printed
