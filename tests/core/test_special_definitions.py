"""What only the talks with carers of small children, and the one before an assessment, have to keep to."""

import re

import pytest

from coachdesk.interviews import Definition, Kind, Print
from tests.core.test_definitions import load, of_question

CHILD_ONE, CHILD_TWO, HEALTH = "work-focused-interview", "preparation-meeting", "health-conversation"


def heard(definition: Definition) -> str:
    """All that the person sees or hears: no prompts, which are the coach's."""
    spoken = [text for step in definition.steps for text in (step.title, step.say, *step.say_by_channel.values())]
    for question in definition.questions():
        spoken += [text for text in of_question(question) if text and text not in question.prompts]
    return "\n".join(spoken)


def guidance(definition: Definition) -> str:
    """The guidance of every question."""
    return " ".join(text for question in definition.questions() for text in question.prompts)


def test_whose_child_is_one_is_asked_for_no_hours_and_no_availability() -> None:
    definition = load(CHILD_ONE)
    assert not any("decisions" in question.fact for question in definition.questions())
    assert not any(question.record in {"plan.hours", "plan.travel"} for question in definition.questions())
    assert not re.search(
        r"look(ing)? for (a job|work)|apply|vacanc", heard(definition).replace("or to look for it", "")
    )
    assert "Only a meeting may be recorded as a requirement" in " ".join(definition.question("plan").prompts)


def test_whose_child_is_two_may_be_asked_to_get_ready_and_hears_that_looking_for_work_is_not_asked() -> None:
    definition = load(CHILD_TWO)
    start = definition.steps[0]
    for script in (start.say, *start.say_by_channel.values()):
        assert "get ready for work" in script
        assert re.search(r"not (ask you )?to look for a job", script)
    assert "Nothing of looking for work" in " ".join(definition.question("plan").prompts)


@pytest.mark.parametrize("name", [CHILD_ONE, CHILD_TWO])
def test_the_lead_carer_is_known_before_the_plan_and_childcare_is_never_their_task(name: str) -> None:
    ids = [question.id for question in load(name).questions()]
    assert ids.index("main_carer") < ids.index("plan")
    assert re.search(r"not this person's task|childcare is for us", guidance(load(name)))


@pytest.mark.parametrize("name", [CHILD_ONE, CHILD_TWO])
def test_pay_is_asked_for_because_enough_of_it_means_that_not_even_a_meeting_is_asked(name: str) -> None:
    """Regulation 90: below the all-work group the threshold is 16 hours, and above it nothing may be asked."""
    assert "nothing of you, not even to meet" in load(name).question("earnings").why
    assert not re.search(r"look for (more )?work", load(name).question("earnings").why)


def test_before_an_assessment_the_coach_knows_whom_to_ask_and_when_to_stop() -> None:
    said = " ".join(load(HEALTH).question("plan").prompts)
    assert "disability employment adviser" in said
    assert "no name of an illness" in said
    assert "there to choose" in said
    assert "open the safety panel" in said


@pytest.mark.parametrize("name", [CHILD_ONE, CHILD_TWO, "in-work-progression", "youth"])
def test_how_often_to_meet_is_said_to_be_a_pattern_and_no_law(name: str) -> None:
    said = " ".join(load(name).question("next_meeting").prompts)
    assert "the usual pattern of the department" in said
    assert "not law" in said


def test_whose_pay_counts_while_getting_on_comes_with_its_source() -> None:
    said = " ".join(load("in-work-progression").question("earnings").prompts)
    assert "both together" in said
    assert "regulation 99(6)" in said


def test_before_an_assessment_it_is_said_at_once_who_decides_capability() -> None:
    start = load(HEALTH).steps[0]
    for script in (start.say, *start.say_by_channel.values()):
        assert "The assessment decides what you are able to do, not us." in script
        assert "what you have" in script


def test_nothing_about_a_day_or_a_paper_of_theirs_can_reach_a_document() -> None:
    definition = load(HEALTH)
    for step in definition.steps:
        if step.id in {"day", "papers"}:
            assert all(question.sensitive and question.print is Print.NEVER for question in step.questions), step.id


@pytest.mark.parametrize("name", [CHILD_ONE, CHILD_TWO, HEALTH])
def test_a_title_that_stands_in_lists_and_on_slips_tells_nothing_of_health_or_children(name: str) -> None:
    assert not re.search(r"health|ill|fit note|assess|capab|child|carer|aged", load(name).title, re.IGNORECASE)


def test_what_may_be_eased_comes_with_its_authority() -> None:
    said = " ".join(load(HEALTH).question("to_ease").prompts)
    assert said.startswith("On what is recorded today")
    for source in ("regulation 99(4)", "regulation 99(5)(c)", "regulation 88(2)(c)", "regulation 97", "operational"):
        assert source in said
    assert said.endswith("You decide, and say why.")


@pytest.mark.parametrize("name", [CHILD_ONE, CHILD_TWO, HEALTH])
def test_it_slows_down_for_what_is_said_in_private_and_keeps_our_promises(name: str) -> None:
    definition = load(name)
    assert [question.id for question in definition.questions() if question.slows] == ["card_private"]
    staying = [step for step in definition.steps if step.stays]
    assert {"card", "promises", "next_meeting"} <= {question.id for step in staying for question in step.questions}
    assert [question.kind for question in staying[1].questions][-1] is Kind.PROMISES
