"""Every kind of field that is asked takes what an assistive tool puts into it, and keeps it (qt-pitfalls 5.18)."""

from datetime import date
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.interviews import Answer
from coachdesk.plans import Happened
from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.steps import (
    FIRST,
    REVIEW,
    add_person,
    choose,
    give_date,
    go_to,
    last_interview,
    open_person,
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

CARD, PRIVATE = "Is any of this part of your life just now?", "And is any of this part of your life just now?"
CHILDREN, JOB, MATTERS = (
    "Or date of birth, Child 2",
    "What did you do?, Job 1",
    "How much does it matter to you just now?",
)
BEHIND = f"{MATTERS} What makes it that, and not lower?"
TIMES, MEETING = "Which times could you do?", "When and how do we meet next?"


def test_a_first_meeting_keeps_what_assistive_tools_put_into_it(start: Start, practice: Path) -> None:
    desk = start(*the_program(practice), patience=40)
    unlock(desk)
    desk.press("People")
    add_person(desk, "Noor", "Haddad")
    start_interview(desk, FIRST)
    say_who_they_are(desk)
    say_what_holds_them(desk)
    say_what_they_want(desk)
    pause(desk)
    desk.kill()
    with opened(practice) as vault:
        answers = last_answers(vault, "Haddad")
        assert answers.pop("card_private") == Answer(sealed=True)
        assert {each: answer.value for each, answer in answers.items()} == {
            "who_is_here": "alone",
            "preferred_name": "Noor",
            "needs_still_right": "yes",
            "card": ["caring"],
            "children": [{"age": "4", "born": ""}, {"age": "", "born": "2024-02-29"}],
            "school_run": "Nursery, mornings\nMy mother fetches her",
            "health_changes": "yes",
            "fit_note": "yes",
            "fit_note_dates": {"from": "2026-09-01", "until": "2026-12-31"},
            "jobs": [{"what": "Baker", "when": "2012 to 2019", "proud": "The bread"}],
            "goal_importance": {"number": 10, "words": "My daughter"},
            "hours": "16,5",
            "times": {"presets": ["mornings", "not_weekends"], "words": "Never before nine"},
            "think_until": {"day": "31", "month": "2", "year": "2027"},
            "outcome": "taken_away",
            "next_meeting": {"on": "2027-03-01", "at": "10:30", "channel": "phone", "reason": "To see the nursery"},
            "papers": ["certificates"],
        }
        assert [each.text for each in vault.services.plans.plan(person(vault, "Haddad")).ours] == ["Send the list"]


def test_a_review_keeps_what_became_of_the_plan(start: Start, practice: Path) -> None:
    with opened(practice) as vault:
        carol = person(vault, "Whitaker")
        plan = vault.services.plans.plan(carol)
    (ours,), (first, second) = plan.ours, (*plan.asked, *plan.chosen)
    desk = start(*the_program(practice), patience=40)
    unlock(desk)
    open_person(desk, "Whitaker")
    start_interview(desk, REVIEW)
    go_to(desk, "Ours first")
    choose(desk, f"What became of: {ours.text}", "Not yet, and I am sorry: by another day")
    give_date(desk, f"By which day?, {ours.text}", date(2027, 3, 1))
    go_to(desk, "What happened with the plan")
    choose(desk, f"What became of: {first.text}", "Partly")
    choose(desk, f"What became of: {second.text}", "Done")
    say(desk, {f"What did we learn?, {second.text}": "It takes ten days", f"What did we learn?, {first.text}": "One"})
    go_to(desk, "Does it still fit?")
    choose(desk, "What no longer fits?", "Times", "Travel")
    pause(desk)
    desk.kill()
    with opened(practice) as vault:
        outcomes = {each.action_id: each for each in vault.services.plans.plan(carol).outcomes}
        assert (outcomes[ours.id].happened, outcomes[ours.id].new_by) == (Happened.NOT_YET, date(2027, 3, 1))
        assert (outcomes[first.id].happened, outcomes[first.id].learned) == (Happened.PARTLY, "One")
        assert (outcomes[second.id].happened, outcomes[second.id].learned) == (Happened.DONE, "It takes ten days")
        assert last_answers(vault, "Whitaker")["changes"].value == ["times", "travel"]


def say_who_they_are(desk: Program) -> None:
    """One of a list, a short text, yes or no, the card, and the sealed part of the card."""
    choose(desk, "Who is with us today?", "Nobody else, and we can talk freely")
    say(desk, {"What name shall I use?": "Noor"})
    choose(desk, "Is the way we meet and write to you still right?", "Yes")
    go_to(desk, "Things that can change what is asked")
    choose(desk, CARD, "Looking after someone who needs help")
    choose(desk, PRIVATE, "A recovery course")


def say_what_holds_them(desk: Program) -> None:
    """Children, a long text, a range of dates, jobs."""
    go_to(desk, "Home")
    desk.press("Add a child")
    say(desk, {"Age, Child 1 (years)": "4"})
    desk.press("Add a child")
    give_date(desk, CHILDREN, date(2024, 2, 29))
    say(desk, {"What school, nursery and childcare do you have now?": "Nursery, mornings\nMy mother fetches her"})
    go_to(desk, "Health and getting about")
    choose(desk, "Does anything about your health change what you can do, when, or where?", "Yes")
    choose(desk, "Do you have a fit note at the moment?", "Yes")
    give_date(desk, "From", date(2026, 9, 1))
    give_date(desk, "Until", date(2026, 12, 31))
    go_to(desk, "What you bring")
    desk.press("Add a job")
    say(desk, {JOB: "Baker", "When was that?, Job 1": "2012 to 2019"})
    say(desk, {"What are you proud of in it?, Job 1": "The bread"})


def say_what_they_want(desk: Program) -> None:
    """A scale, a number as typed, times of the week, a date that cannot be, the next meeting, any of a list, a plan."""
    go_to(desk, "Where to")
    choose(desk, MATTERS, "10, More than anything")
    say(desk, {BEHIND: "My daughter"})
    go_to(desk, "What fits")
    say(desk, {"How many hours a week could you give to work, or to looking for it? (hours a week)": "16,5"})
    choose(desk, TIMES, "Mornings", "Not weekends")
    desk.set_text("In a sentence", "Never before nine", within=TIMES)
    go_to(desk, "What each of us does")
    write_line(desk, "What we will do", "Send the list", "Every week")
    go_to(desk, "Next")
    choose(desk, "How does the plan sit with you today?", "I want time to think")
    for part, number in (("Day", "31"), ("Month", "2"), ("Year", "2027")):
        desk.set_text(part, number, within="Time to think: please answer by")
    give_date(desk, "Which day", date(2027, 3, 1))
    desk.set_text("Time", "10:30")
    choose(desk, "How", "By phone")
    desk.set_text("Why then", "To see the nursery")
    go_to(desk, "Licence and papers")
    choose(desk, "Which of these do you have?", "Certificates from school or courses")


def last_answers(vault: Opened, name: str) -> dict[str, Answer]:
    """What was said in the last interview of somebody, as it is kept."""
    return dict(vault.services.interviews.open(last_interview(vault, person(vault, name)).id).answers)
