"""A whole work search review, by keyboard: ten minutes, and hardly more keys than words."""

import sys
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from coachdesk.clock import today
from coachdesk.plans import Happened, Party
from tests.ui.checks import press, settle, type_text
from tests.ui.interview.conftest import REVIEW, Room

MOST_KEYS = 30


@dataclass
class Hand:
    """Counts keys and clicks; the person's own words do not count."""

    room: Room
    keys: list[str] = field(default_factory=list)

    def key(self, key: Qt.Key, text: str = "") -> None:
        self.keys.append(key.name)
        press(self.room.focus(), key, text)
        settle()

    def digit(self, digit: int) -> None:
        self.key(Qt.Key(Qt.Key.Key_0.value + digit), str(digit))

    def enter(self) -> None:
        self.key(Qt.Key.Key_Return)

    def words(self, said: str) -> None:
        type_text(self.room.focus(), said)

    def go_on(self) -> None:
        self.keys.append("Ctrl+Enter")
        self.room.do("continue")


def the_whole_review(hand: Hand) -> None:
    """As a coach would do it who never touches the mouse."""
    hand.digit(1)  # nobody else is here
    hand.enter()
    hand.key(Qt.Key.Key_Space, " ")  # nothing has changed
    hand.go_on()
    hand.words("Two people stopped to talk")
    hand.enter()
    hand.digit(1)  # our promise is done
    hand.go_on()
    hand.digit(1)
    hand.enter()
    hand.words("They want mornings")
    hand.enter()
    hand.digit(3)
    hand.enter()
    hand.words("She was away")
    hand.go_on()
    hand.digit(2)  # getting there is in the way
    hand.enter()
    hand.digit(4)  # and it is a place's to move
    hand.enter()
    hand.words("The first bus is at nine")
    hand.go_on()
    hand.enter()  # chosen freely, as it stands
    hand.words("Ring her on Monday at ten")
    hand.enter()
    hand.digit(1)  # in one week
    hand.go_on()
    hand.key(Qt.Key.Key_Space, " ")  # it all still fits
    hand.go_on()
    hand.digit(2)  # the same again in two weeks
    hand.go_on()


def test_a_review_takes_about_twenty_seven_keys(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    room.agree("Ring the nursery", Party.COACH, days=1)
    room.agree("Look at two adverts", days=2)
    room.agree("Ask the head teacher", days=3)
    room.start(REVIEW)
    hand = Hand(room)
    with room.qtbot.waitSignal(room.presenter.commitment_wanted):
        the_whole_review(hand)
    with capsys.disabled():
        sys.stdout.write(f"\nA whole work search review: {len(hand.keys)} keys and clicks beside their own words.\n")
    assert len(hand.keys) <= MOST_KEYS
    plan = room.services.plans.plan(room.amira.id)
    assert sorted((each.happened, each.learned) for each in plan.outcomes) == [
        (Happened.DONE, ""),
        (Happened.DONE, "They want mornings"),
        (Happened.NOT_YET, "She was away"),
    ]
    assert room.on_disk("barrier_words") == "The first bus is at nine"
    assert [(each.text, each.by) for each in plan.chosen if each.interview_id] == [
        ("Ring her on Monday at ten", today() + timedelta(weeks=1))
    ]
    booked = room.services.people.open(room.amira.id).appointments
    assert [each.on for each in booked] == [today() + timedelta(weeks=2)]


def test_a_review_shows_three_steps_and_more_on_one_key(room: Room) -> None:
    for number in range(5):
        room.agree(f"Step {number}", days=number + 1)
    room.start(REVIEW)
    room.presenter.go_to("happened")
    value = room.block("what_happened").field.value()
    assert isinstance(value, dict)
    assert len(value) == 3
    room.do("more")
    value = room.block("what_happened").field.value()
    assert isinstance(value, dict)
    assert len(value) == 5


def test_what_was_said_last_time_stands_beside_the_question(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("fits")
    room.presenter.answer("hours", "16")
    room.presenter.finish()
    room.start(REVIEW)
    room.presenter.answer("changes", ["hours"])
    room.presenter.go_to("fits")
    settle()
    said = [each.text() for each in room.page.side.findChildren(type(room.page.centre.title)) if not each.isHidden()]
    assert "16 hours a week" in said
