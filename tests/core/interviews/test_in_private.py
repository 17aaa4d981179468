"""What is asked in private, sealed or sensitive: who may see it, and what follows from it."""

from dataclasses import astuple

import pytest

from coachdesk.interviews import (
    Channel,
    Standing,
    circumstances,
    is_alone,
    private_card_due,
    recap,
    slows,
    stop,
)
from tests.core.interviews.run import Run, asking, one

ALONE = 'alone = { question = "who", is = "alone" }\n'
WHO = one(
    "one_of", 'choices = [{ id = "alone", label = "Alone" }, { id = "partner", label = "Partner" }]\n', name="who"
)
CARD = one(
    "told_to_everyone",
    """
sensitive = true
slows = true
choices = [
    { id = "caring", label = "Caring", circumstance = "caring" },
    { id = "time_short", label = "Time is short", ends = "Stop here, kindly." },
    { id = "nothing", label = "Nothing today", alone = true },
]
""",
    name="card",
)
PRIVATE = one(
    "told_to_everyone",
    """
sealed = true
only_when_alone = true
slows = true
choices = [
    { id = "hurt", label = "Being hurt", circumstance = "domestic_abuse" },
    { id = "caring", label = "Caring in secret", circumstance = "caring" },
]
""",
    name="private",
)
WORDS = one("short_text", 'print = "yes"\n', name="words")


@pytest.fixture
def run() -> Run:
    return Run(asking(WHO, CARD, PRIVATE, WORDS, head=ALONE))


def test_nobody_is_alone_until_they_said_so(run: Run) -> None:
    assert not is_alone(run.definition, run.answers)
    assert not is_alone(run.definition, run.answer(who="partner").answers)
    assert is_alone(run.definition, run.answer(who="alone").answers)
    assert not is_alone(run.definition, run.stand("who", Standing.PREFER_NOT_TO_SAY).answers)


def test_the_private_card_is_shown_to_whoever_is_alone(run: Run) -> None:
    assert "private" not in run.visible
    assert "private" in run.answer(who="alone").visible
    assert "private" not in run.answer(who="partner").visible


def test_a_definition_without_private_questions_needs_no_condition_for_being_alone() -> None:
    run = Run(asking(WORDS))
    assert not is_alone(run.definition, run.answers)
    assert not private_card_due(run.definition, run.answers)


def test_the_private_card_is_due_until_it_was_asked_in_private(run: Run) -> None:
    assert private_card_due(run.definition, run.answer(who="partner").answers)
    assert not private_card_due(run.definition, run.answer(who="alone").answers)
    run.seal("private").answer(who="partner")
    assert not private_card_due(run.definition, run.answers), "it was asked before somebody came in"


def test_a_circumstance_follows_from_what_was_chosen_and_carries_the_mark_of_its_question(run: Run) -> None:
    run.answer(who="alone", card=["caring", "nothing"], private=["hurt", "caring"])
    assert [astuple(each) for each in circumstances(run.definition, run.answers)] == [
        ("caring", True, "card"),
        ("domestic_abuse", True, "private"),
        ("caring", True, "private"),
    ]


def test_what_was_said_in_private_still_follows_when_somebody_comes_in(run: Run) -> None:
    run.answer(who="alone", private=["hurt"]).answer(who="partner")
    assert "private" not in run.visible
    assert [each.kind for each in circumstances(run.definition, run.answers)] == ["domestic_abuse"]
    assert slows(run.definition, run.answers)


def test_nothing_follows_from_what_was_not_said(run: Run) -> None:
    run.stand("card", Standing.NOT_DISCUSSED).seal("private").answer(who="alone")
    assert circumstances(run.definition, run.answers) == ()
    assert not slows(run.definition, run.answers), "what is sealed and closed says nothing"


def test_an_ordinary_choice_gives_an_ordinary_circumstance() -> None:
    home = one("one_of", 'choices = [{ id = "none", label = "None", circumstance = "homeless" }]\n', name="home")
    run = Run(asking(home)).answer(home="none")
    assert [astuple(each) for each in circumstances(run.definition, run.answers)] == [("homeless", False, "home")]


def test_the_ordinary_flow_ends_kindly_even_when_the_answer_is_hidden_by_now() -> None:
    told = one(
        "told_to_everyone",
        'when = [{ question = "asked", is = "yes" }]\nchoices = [{ id = "ill", label = "Ill", ends = "Stop, kindly." }]\n',
        name="told",
    )
    run = Run(asking(one("yes_no", name="asked"), told)).answer(asked="yes")
    assert stop(run.definition, run.answers) is None
    assert stop(run.definition, run.answer(told=["ill"]).answers) == "Stop, kindly."
    assert stop(run.definition, run.answer(asked="no").answers) == "Stop, kindly."
    assert stop(run.definition, run.stand("told", Standing.PREFER_NOT_TO_SAY).answers) is None


def test_saying_nothing_today_does_not_slow_the_meeting_down(run: Run) -> None:
    assert not slows(run.definition, run.answer(card=["nothing"]).answers)
    assert slows(run.definition, run.answer(card=["caring"]).answers)
    assert not slows(run.definition, run.answer(card=None).answers)


def lines(run: Run) -> list[tuple[str, str, str]]:
    return [
        (line.step, line.question, line.said)
        for line in recap(run.definition, run.answers, run.channel, lambda text: text)
    ]


def test_reading_back_leaves_out_what_others_in_the_room_may_not_see(run: Run) -> None:
    run.answer(who="alone", card=["caring"], private=["hurt"], words="Mornings are hard")
    assert lines(run) == [
        ("First", "What about who?", "Alone"),
        ("First", "What about card?", "Caring"),
        ("First", "What about words?", "Mornings are hard"),
    ]
    assert lines(run.answer(who="partner")) == [
        ("First", "What about who?", "Partner"),
        ("First", "What about words?", "Mornings are hard"),
    ]


def test_reading_back_uses_the_words_for_the_person_and_never_the_number_of_a_scale() -> None:
    scale = one("scale", 'person_label = "How sure am I?"\n', name="sure")
    phone = one("short_text", 'labels = { phone = "Which bus, please?" }\n', name="bus")
    run = Run(asking(scale, phone, one("recap", name="back")), Channel.PHONE)
    run.answer(sure={"number": 7, "words": "I know the shop"}, bus="The 42")
    assert lines(run) == [
        ("First", "How sure am I?", "I know the shop"),
        ("First", "Which bus, please?", "The 42"),
    ]
    assert lines(run.answer(sure={"number": 7, "words": ""}))[0][1] == "Which bus, please?"
