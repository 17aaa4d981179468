from dataclasses import replace
from typing import Any

import pytest

from coachdesk.interviews.definition import Choice, Kind, Question
from coachdesk.interviews.interview import Answer, Standing
from coachdesk.plans import Action, Party, reasons_for

TRAVEL = Question(
    id="travel", kind=Kind.SHORT_TEXT, label="How far?", because="Because you told us how far you can travel."
)
CHILDREN = Question(
    id="school",
    kind=Kind.LONG_TEXT,
    label="When are the children in school?",
    because="Because you told us when the children are looked after.",
)
CARING = Question(id="caring", kind=Kind.YES_NO, label="Does someone count on you?", because="Because someone does.")
QUESTIONS = (TRAVEL, CHILDREN, CARING)
READ_AT_SCHOOL = Action(id="a", person_id="p", text="Read with the children at school", owner=Party.CLAIMANT)


def offered(answers: dict[str, Answer], action: Action = READ_AT_SCHOOL) -> list[str]:
    return [reason.question_id for reason in reasons_for(action, QUESTIONS, answers)]


def test_the_reason_that_shares_words_with_the_action_comes_first() -> None:
    answers = {"travel": Answer("Bus, 40 minutes"), "school": Answer("9 to 3"), "caring": Answer("yes")}
    assert offered(answers) == ["school", "travel", "caring"]


def test_a_reason_that_the_action_has_already_leads() -> None:
    answers = {"travel": Answer("Bus, 40 minutes"), "school": Answer("9 to 3")}
    assert offered(answers, replace(READ_AT_SCHOOL, because=("travel",))) == ["travel", "school"]


def test_a_reason_is_its_own_sentence_and_never_holds_the_answer() -> None:
    (reason,) = reasons_for(READ_AT_SCHOOL, QUESTIONS, {"school": Answer("9 to 3, except when he is ill")})
    assert reason.sentence == "Because you told us when the children are looked after."


@pytest.mark.parametrize(
    "answer",
    [
        Answer("no"),
        Answer(None, Standing.NOT_DISCUSSED),
        Answer(None, Standing.PREFER_NOT_TO_SAY),
        Answer(None, sealed=True),
    ],
)
def test_what_was_not_said_is_no_reason(answer: Answer) -> None:
    assert offered({"caring": answer}) == []


def test_empty_words_are_no_reason() -> None:
    assert offered({"school": Answer("  ")}) == []


@pytest.mark.parametrize("closed", [{"sealed": True}, {"sensitive": True}, {"only_when_alone": True}])
def test_what_is_sealed_or_sensitive_is_never_offered(closed: dict[str, Any]) -> None:
    question = replace(CHILDREN, **closed)
    assert reasons_for(READ_AT_SCHOOL, (question,), {"school": Answer("9 to 3")}) == ()


@pytest.mark.parametrize(
    ("kind", "value", "counts"),
    [
        (Kind.MANY_OF, ["nothing"], False),
        (Kind.MANY_OF, ["bus", "nothing"], True),
        (Kind.ONE_OF, "nothing", False),
        (Kind.JOBS, [{"what": "", "when": "", "proud": ""}], False),
        (Kind.JOBS, [{"what": "Shop", "when": "", "proud": ""}], True),
        (Kind.CONSENT, {"answer": "no", "what": "all"}, False),
        (Kind.CONSENT, {"answer": "yes", "what": ""}, True),
        (Kind.TIME_WINDOWS, {"presets": [], "words": ""}, False),
        (Kind.TIME_WINDOWS, {"presets": ["mornings"], "words": ""}, True),
    ],
)
def test_a_value_that_says_nothing_gives_no_reason(kind: Kind, value: Any, *, counts: bool) -> None:
    choices = (Choice("bus", "Bus"), Choice("nothing", "Nothing", alone=True))
    question = Question(id="q", kind=kind, label="?", because="Because of it.", choices=choices)
    assert bool(reasons_for(READ_AT_SCHOOL, (question,), {"q": Answer(value)})) is counts
