from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from tests.core.test_definitions import IDS
from tests.ui.checks import (
    at_text_size,
    clipped,
    longer_texts,
    nameless,
    same_named,
    settle,
    small_targets,
    unreachable,
)
from tests.ui.interview.conftest import FIRST, REVIEW, Room
from ui.interview import view
from ui.kit import TurnedView
from ui.theme import Appearance, Theme

OF_THE_REVIEW = ("today", "ours", "happened", "in_the_way", "plan", "still_fits", "next", "fits")


BRANCHES: tuple[tuple[str, object], ...] = (
    ("who_is_here", "alone"),
    ("needs_still_right", "no"),
    ("partner_in_claim", "yes"),
    ("children", [{"age": "4", "born": ""}]),
    ("cares_for", "yes"),
    ("health_changes", "yes"),
    ("fit_note", "yes"),
    ("jobs", [{"what": "Baker", "when": "", "proud": ""}]),
    ("in_work", "yes"),
    ("trusted", "An aunt"),
    ("looked_after", "before"),
    ("adviser", "yes"),
    ("learning_now", "college"),
    ("self_employed", "start_up"),
    ("barrier", "travel"),
    ("changes", ["hours", "times", "travel", "what_is_asked"]),
    ("hours_decided", "16"),
    ("outcome", "taken_away"),
)
"""Answers that bring every branch into sight, in the order of the interviews."""


def everything_said(room: Room, kind: str) -> None:
    """Every branch of an interview is in sight."""
    room.agree("Look at two adverts")
    room.start(kind)
    asked = {question.id for question in room.state.definition.questions()}
    for question, value in BRANCHES:
        if question in asked:
            room.presenter.answer(question, value)


def faults(room: Room) -> list[str]:
    """What the page is held to, on every step."""
    found = []
    for step in view.flow(room.state):
        room.presenter.go_to(step.id)
        settle()
        settle()
        for check in (nameless, same_named, small_targets, clipped, unreachable):
            found += [f"{step.id}: {check.__name__}: {wrong}" for wrong in check(room.page)]
    return found


@pytest.mark.parametrize("kind", IDS)
def test_every_step_can_be_used_by_keyboard_and_by_ear(room: Room, kind: str) -> None:
    everything_said(room, kind)
    assert faults(room) == []


@pytest.mark.parametrize("kind", [FIRST, REVIEW])
def test_nothing_is_cut_off_at_twice_the_size(room: Room, appearance: Appearance, kind: str) -> None:
    with at_text_size(appearance, 200):
        everything_said(room, kind)
        assert room.page.columns.single()
        assert faults(room) == []
        room.page.steps.all_steps.click()
        settle()
        assert clipped(room.page) == []


def test_nothing_is_cut_off_in_text_only(room: Room, appearance: Appearance) -> None:
    with at_text_size(appearance, 100, Theme.TEXT_ONLY):
        everything_said(room, REVIEW)
        assert faults(room) == []


def test_nothing_is_cut_off_in_a_longer_language(room: Room) -> None:
    with longer_texts():
        room.enter()
        everything_said(room, REVIEW)
        assert faults(room) == []


def test_the_list_of_steps_is_one_key_away_where_there_is_one_column(room: Room, appearance: Appearance) -> None:
    with at_text_size(appearance, 200):
        room.start()
        settle()
        assert not room.page.steps.rows["home"].isVisible()
        room.page.steps.enter()
        assert room.page.steps.rows["home"].isVisible()


def everything_on(room: Room) -> str:
    """Every word that is on the screen."""
    said = [each.text() for each in room.page.findChildren(QLabel)]
    said += [each.text() for each in room.page.findChildren(QLineEdit)]
    said += [each.toPlainText() for each in room.page.findChildren(QPlainTextEdit)]
    said += [each.accessibleName() for each in room.page.findChildren(QLabel)]
    return "\n".join(said)


def test_nobody_else_is_on_the_screen_while_an_interview_is_open(room: Room) -> None:
    people = room.services.people
    other = people.save(replace(people.draft(), given_name="Zbigniew", family_name="Nowak"))
    plans = room.services.plans
    plans.save_action(
        replace(plans.draft_action(other.id, owner=room.agree("x").owner), text="Zbigniew asks at the depot")
    )
    everything_said(room, FIRST)
    for step in view.flow(room.state):
        room.presenter.go_to(step.id)
        turned = room.page.turned()
        assert turned is not None
        assert "Zbigniew" not in everything_on(room) + words_of(turned)
        assert "Nowak" not in everything_on(room) + words_of(turned)
    assert room.page.interview_open()
    assert room.page.windowTitle() == ""


def words_of(turned: TurnedView) -> str:
    return "\n".join([turned.heading, *(line.text for line in turned.lines)])


def test_the_bar_says_whose_interview_it_is_and_what_they_need(room: Room) -> None:
    room.start()
    identity = room.page.identity()
    assert identity is not None
    assert (identity.name, identity.context) == ("Amira", "First commitments meeting")


def test_the_turned_screen_shows_the_questions_as_the_person_sees_them(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.answer("preferred_name", "Ami")
    room.presenter.set_note("preferred_name", "Looks tired")
    turned = room.page.turned()
    assert turned is not None
    said = words_of(turned)
    assert turned.heading == "Hello"
    assert "What name shall I use?" in said
    assert "So that we call you what you want to be called." in said
    assert "Who sees this" in said
    assert "Ami" in said
    assert "tired" not in said
    assert "appointee" not in said


def test_the_turned_screen_never_shows_what_is_sealed(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("card")
    room.presenter.answer("card_private", ["hurt"])
    turned = room.page.turned()
    assert turned is not None
    assert "Written down: Being hurt" not in words_of(turned)
    assert "locked away" in words_of(turned)


def test_when_somebody_else_is_there_nothing_private_is_on_the_turned_screen(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "partner")
    room.presenter.answer("contact_note", "Not after six, he is at home")
    room.presenter.go_to("card")
    turned = room.page.turned()
    assert turned is not None
    assert "after six" not in words_of(turned)


def test_reading_back_shows_what_was_heard_and_the_plan_together(room: Room) -> None:
    room.agree("Look at two adverts")
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.answer("goal", "Work in a school")
    room.presenter.go_to("read_back")
    turned = room.page.turned()
    assert turned is not None
    said = words_of(turned)
    assert "Work in a school" in said
    assert "What I choose to do" in said
    assert "Look at two adverts" in said


def test_the_turned_screen_speaks_the_persons_language(room: Room) -> None:
    room.amira = room.services.people.save(replace(room.amira, language=Language.WELSH))
    room.start(channel=Channel.FACE_TO_FACE)
    turned = room.page.turned()
    assert turned is not None
    assert turned.heading == "Helo"
    assert "What name shall I use?" not in words_of(turned)
