"""A whole work search review by keyboard in the real program, from its start to the document.

Two outcomes and our own promise, one new step, the next meeting. `interviews.md` 7 promises about 27 keys beside the words
of the person, and at most 30 keys and clicks it may be; nothing here is clicked. The number is printed with every run.
"""

import sys
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from coachdesk.clock import today
from coachdesk.plans import Happened
from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.steps import (
    REVIEW,
    last_interview,
    open_person,
    opened,
    person,
    the_program,
    unlock,
)

pytestmark = pytest.mark.display

MOST_KEYS = 30


@dataclass
class Hand:
    """Types and counts; the person's own words do not count."""

    desk: Program
    keys: list[str] = field(default_factory=list)

    def key(self, *chords: str) -> None:
        self.keys.extend(chords)
        self.desk.key(*chords)

    def words(self, said: str) -> None:
        self.desk.type(said)

    def go_on(self, title: str) -> None:
        self.key("ctrl+Return")
        self.desk.find(title, "label")


def test_a_review_takes_about_twenty_seven_keys(
    start: Start, practice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = start(*the_program(practice), patience=40)
    unlock(desk)
    open_person(desk, "Whitaker")
    desk.find(REVIEW, "radio button", state="checked")  # it follows what was held last
    hand = Hand(desk)
    hand.key("F5")
    desk.find("Nobody else, and we can talk freely", "radio button", state="focused")
    look_back(hand)
    look_ahead(hand)
    desk.find("Not issued yet")
    with capsys.disabled():
        sys.stdout.write(f"\nA work search review in the real program: {len(hand.keys)} keys beside their own words.\n")
    assert len(hand.keys) <= MOST_KEYS
    desk.kill()
    with opened(practice) as vault:
        carol = person(vault, "Whitaker")
        plan = vault.services.plans.plan(carol)
        here = last_interview(vault, carol).id
        assert sorted((each.happened, each.learned) for each in plan.outcomes if each.interview_id == here) == [
            (Happened.DONE, ""),
            (Happened.DONE, "They want mornings"),
            (Happened.NOT_YET, "She was away"),
        ]
        (new,) = (each for each in plan.chosen if each.interview_id == here)
        assert (new.text, new.by) == ("Ring her on Monday at ten", today() + timedelta(weeks=1))
        assert [(each.when, each.then) for each in new.if_then] == [("nobody answers", "I go there at noon")]
        booked = [each.on for each in vault.services.people.open(carol).appointments if each.on > today()]
        assert today() + timedelta(weeks=2) in booked


def look_back(hand: Hand) -> None:
    """Who is here, what changed, what went well, our promise, what became of two steps, and the one thing in the way."""
    hand.key("1")  # nobody else is here
    hand.key("Return", "space")  # nothing has changed
    hand.go_on("Ours first")
    hand.words("Two people stopped to talk")
    hand.key("Return", "1")  # our promise is done
    hand.go_on("What happened with the plan")
    hand.key("1", "Return")
    hand.words("They want mornings")
    hand.key("Return", "3", "Return")  # the other one not yet
    hand.words("She was away")
    hand.go_on("The one thing in the way")
    hand.key("1")  # nothing just now


def look_ahead(hand: Hand) -> None:
    """One new step with an if-then, whether it all still fits, and the next meeting."""
    hand.go_on("Next step")
    hand.key("Return")  # chosen freely, as it stands
    hand.words("Ring her on Monday at ten")
    hand.key("Return", "1", "Return")  # in one week
    hand.words("nobody answers")
    hand.key("Return")
    hand.words("I go there at noon")
    hand.go_on("Does it still fit?")
    hand.key("space")  # it all still fits
    hand.go_on("Next time, and read it back")
    hand.key("2")  # the same again in two weeks
    hand.key("ctrl+Return")
