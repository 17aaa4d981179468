"""What may be asked of a lone parent, decided beside the questions: from the rule on its card to a plan that fits it."""

from decimal import Decimal
from pathlib import Path

import pytest

from coachdesk.clock import today
from coachdesk.i18n import short_date
from coachdesk.plans import Standing
from coachdesk.requirements.facts import Decided
from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.steps import (
    FIRST,
    add_person,
    choose,
    go_to,
    last_interview,
    opened,
    pause,
    person,
    say,
    start_interview,
    the_program,
    unlock,
    write_line,
)

pytestmark = pytest.mark.display

CARD, HOME = "Is any of this part of your life just now?", "No settled home"
TO_DECIDE = "To be decided by you: at most 30 by policy, not law."
OFFERED, AT_SCHOOL, STREET = "Reasons on offer", "Both at school until three", "No settled home at the moment"
ASKED = "Look at two adverts"
FREE = f"Mark as chosen freely: {ASKED}"


def test_hours_and_a_pause_are_decided_beside_the_questions_and_the_plan_follows(start: Start, practice: Path) -> None:
    desk = start(*the_program(practice), patience=40)
    unlock(desk)
    desk.press("People")
    add_person(desk, "Noor", "Haddad")
    start_interview(desk, FIRST)
    say_who_lives_there(desk)
    decide_the_hours(desk)
    say_what_is_new(desk)
    decide_about_it(desk)
    plan_what_fits(desk)
    assert_the_turned_screen_is_theirs(desk)
    pause(desk)
    desk.kill()
    with opened(practice) as vault:
        noor = person(vault, "Haddad")
        decision = vault.services.requirements.for_person(noor).facts.claimant.decisions.expected_hours
        assert decision is not None
        assert (decision.hours, decision.reason, decision.on) == (Decimal(20), AT_SCHOOL, today())
        (taken,) = vault.services.requirements.decisions(noor)
        assert (taken.easement_id, taken.decided) == ("homeless", Decided.APPLIED)
        assert (taken.reason, taken.interview_id) == (STREET, last_interview(vault, noor).id)
        assert taken.until is not None
        assert taken.until > today()
        (action,) = vault.services.plans.plan(noor).actions
        assert (action.text, action.standing) == (ASKED, Standing.VOLUNTARY)


def say_who_lives_there(desk: Program) -> None:
    """Nobody else is here; a lone parent with two children."""
    choose(desk, "Who is with us today?", "Nobody else, and we can talk freely")
    go_to(desk, "Home")
    choose(desk, "Do you claim together with a partner?", "No")
    for number, age in enumerate(("4", "8"), 1):
        desk.press("Add a child")
        say(desk, {f"Age, Child {number} (years)": age})
    say(desk, {"What school, nursery and childcare do you have now?": f"{AT_SCHOOL}. Nobody in the holidays."})


def decide_the_hours(desk: Program) -> None:
    """The panel says what kind of number it is, and on whose authority; the reason takes one key."""
    go_to(desk, "What fits")
    desk.find(TO_DECIDE, "label")
    desk.press("Why: Hours a week")
    desk.find("Law (regulation): reg. 88(2)(aa)", "label")
    desk.find("Policy, not law: DWP policy since 25 October 2023", "label")
    desk.find("Address of rule 1", "text")
    say(desk, {"Your decision: hours a week that may be asked for now (hours a week)": "20"})
    one_key_reason(desk, AT_SCHOOL)


def say_what_is_new(desk: Program) -> None:
    """A circumstance comes up on the card, late in the conversation."""
    go_to(desk, "Things that can change what is asked")
    choose(desk, CARD, HOME)


def decide_about_it(desk: Program) -> None:
    """What the law leaves to the coach is decided in the panel: a pause, with a reason and a day to look again."""
    go_to(desk, "What each of us does")
    desk.find(f"20, decided by you on {short_date(today())}.", "label")
    desk.find("A decision is due", "label")
    desk.press(f"Decide: {HOME}")
    choose(desk, "Do you pause what is asked?", "Yes, pause it for now")
    one_key_reason(desk, STREET)
    desk.press("Record the decision")
    desk.wait_gone("A decision is due", "label")
    desk.find("Decided today", "label")


def one_key_reason(desk: Program, words: str) -> None:
    """The first reason on offer, with the digit that stands for it."""
    desk.focus(words, "radio button", within=OFFERED)
    desk.key("1")
    desk.find(words, "radio button", within=OFFERED, state="checked")


def plan_what_fits(desk: Program) -> None:
    """What is asked while search is paused is flagged with its source, and chosen freely it may stay."""
    write_line(desk, "What is asked", ASKED, "Every week", requirement="Looking for work")
    desk.press("Open the whole plan")
    desk.press(FREE)
    desk.find("The action is chosen freely now.", "label")
    desk.wait_gone(FREE)
    desk.press("Back")
    desk.find("One more line", "label")


def assert_the_turned_screen_is_theirs(desk: Program) -> None:
    """Nothing of the panel is on the screen that is turned to the person."""
    go_to(desk, "What fits")
    beside = {"What applies", "On what is recorded today", "Hours a week", "Decided today", "You decide, and say why."}
    assert beside <= set(desk.names("label"))
    desk.key("F9")
    desk.find("Turn back", "push button")
    desk.wait_gone("What applies")
    shown = desk.names("label")
    assert "The hours a week that we settle on for now" in shown
    assert beside.isdisjoint(shown)
    assert not any(words in said for words in ("policy", "regulation", "ecided", HOME) for said in shown)
    desk.press("Turn back")
    desk.find("What applies", "label")
