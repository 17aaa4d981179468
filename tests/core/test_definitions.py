"""The interviews that come with the program keep to interviews.md: their minutes, their words, their privacy."""

import re
from collections.abc import Iterator

import pytest

from coachdesk.commitments import OutcomeKind
from coachdesk.interviews import Answer, Channel, Definition, Kind, Print, Question, Rank, load_definition, visible
from coachdesk.paths import resources
from coachdesk.plans import ObstacleOwner
from coachdesk.reading_age import reading_age
from coachdesk.requirements.from_circumstances import WRITERS

MINUTES: dict[str, tuple[float, float]] = {
    "first-commitments": (28, 30),
    "work-search-review": (9.5, 10),
    "work-focused-interview": (23, 25),
    "preparation-meeting": (19, 20),
    "health-conversation": (26, 30),
    "in-work-progression": (18.5, 20),
    "youth": (28, 30),
    "self-employed-start-up": (24.5, 30),
}
"""What the steps plan, and the slot."""

IDS = tuple(MINUTES)
WORDS_A_MINUTE = 130

RISKY = (
    r"sanction",
    r"disagree",
    r"cooling.off",
    r"switched off",
    r"light touch",
    r"lcw",
    r"consent",
    r"by law",
    r"claimant",
    r"customer",
    r"working copy",
    r"claim will be closed",
    r"no capacity",
    r"happens to your payment",
    r"not eligible",
    r"too long ago",
    r"perpetrator",
    r"witness",
    r"national insurance",
    r"\bNI\b",
    r"address",
    r"suicid",
    r"self.harm",
    r"diagnosis",
    r"£",
    r"!",
)
"""Words of interviews.md 3, 4 and 8 that no text of ours may use."""


def load(name: str) -> Definition:
    path = resources("interviews", f"{name}.toml")
    definition = load_definition(path.read_text(encoding="utf-8"), name=path.name)
    assert isinstance(definition, Definition), [str(problem) for problem in definition]
    return definition


def of_question(question: Question) -> Iterator[str]:
    yield from (question.label, question.person_label, question.hint, question.why, question.because)
    yield from (question.required, question.unit, question.follow_up, *question.scale_ends, *question.prompts)
    yield from question.labels.values()
    for choice in question.choices:
        yield from (choice.label, choice.hint, choice.ends)


def texts(definition: Definition) -> Iterator[str]:
    yield from (definition.title, definition.stop_text)
    for step in definition.steps:
        yield from (step.title, step.say, *step.say_by_channel.values(), *step.prompts)
    for question in definition.questions():
        yield from filter(None, of_question(question))


@pytest.mark.parametrize("name", IDS)
def test_part_of_the_slot_belongs_to_the_person(name: str) -> None:
    definition = load(name)
    must = [step for step in definition.steps if step.rank is Rank.MUST]
    planned = sum(step.minutes for step in must if not step.met_before)
    assert sum(step.minutes for step in must) < definition.minutes, "also where there is a last time to look back to"
    assert (planned, definition.minutes) == MINUTES[name]
    assert planned < definition.minutes


@pytest.mark.parametrize("name", IDS)
def test_a_script_leaves_two_thirds_of_its_step_to_the_person(name: str) -> None:
    for step in load(name).steps:
        for script in (step.say, *step.say_by_channel.values()):
            assert len(script.split()) <= step.minutes * WORDS_A_MINUTE / 3, step.id


@pytest.mark.parametrize("name", IDS)
def test_what_is_asked_of_everybody_fits_the_minutes_of_its_step(name: str) -> None:
    definition = load(name)
    for step in definition.steps:
        asked = [question for question in visible(definition, {}) if question in step.questions]
        spoken = [step.say, *(question.label for question in asked)]
        assert sum(len(text.split()) for text in spoken) <= step.minutes * WORDS_A_MINUTE, step.id


@pytest.mark.parametrize("name", IDS)
def test_no_risky_word_is_shown_or_printed(name: str) -> None:
    found = [(word, text) for text in texts(load(name)) for word in RISKY if re.search(word, text, re.IGNORECASE)]
    assert found == []


@pytest.mark.parametrize("name", IDS)
def test_our_words_are_easy_to_read(name: str) -> None:
    definition = load(name)
    together = {"the whole": "\n".join(texts(definition)), "the goodbye": definition.stop_text}
    together |= {f"step {step.id}": "\n".join((step.say, *step.prompts)) for step in definition.steps}
    together |= {question.id: "\n".join(filter(None, of_question(question))) for question in definition.questions()}
    ages = {place: reading_age(text) or 0 for place, text in together.items()}
    assert {place: age for place, age in ages.items() if age >= 12} == {}
    assert ages["the whole"] < 9


@pytest.mark.parametrize("name", IDS)
def test_every_question_says_why_it_is_asked(name: str) -> None:
    assert [question.id for question in load(name).questions() if not question.why] == []


@pytest.mark.parametrize("name", IDS)
def test_what_is_sealed_or_sensitive_is_never_printed_and_never_a_reason(name: str) -> None:
    for question in load(name).questions():
        if question.sealed or question.sensitive or question.only_when_alone:
            assert question.print is Print.NEVER, question.id
            assert not question.because, question.id


@pytest.mark.parametrize("name", IDS)
def test_numbers_and_the_card_never_reach_paper(name: str) -> None:
    never = {Kind.SCALE, Kind.TOLD_TO_EVERYONE, Kind.CHILDREN}
    assert {question.print for question in load(name).questions() if question.kind in never} <= {Print.NEVER}


@pytest.mark.parametrize("name", IDS)
def test_a_reason_is_a_whole_sentence_that_quotes_nothing(name: str) -> None:
    for question in load(name).questions():
        if question.because:
            assert re.fullmatch(r"Because you told us [^{}]+\.", question.because), question.id


@pytest.mark.parametrize("name", IDS)
def test_the_card_is_one_and_its_private_part_is_for_two_alone(name: str) -> None:
    definition = load(name)
    step = next(step for step in definition.steps if any(each.id == "card" for each in step.questions))
    ids = [question.id for question in step.questions]
    start = ids.index("card")
    assert ids[start : start + 3] == ["card", "card_private", "card_serious"]
    card, private, serious = (definition.question(each) for each in ids[start : start + 3])
    assert card.sensitive
    assert not card.sealed
    assert private.sealed
    assert private.only_when_alone
    assert serious.sealed
    assert [choice.circumstance for choice in private.choices] == [
        "domestic_abuse",
        "child_distress",
        "structured_recovery",
        "custody",
    ]
    assert any(choice.alone for choice in card.choices), "Nobody has to say anything."
    assert "private" in " ".join(choice.label for choice in card.choices)
    shown_to_two = {question.id for question in visible(definition, {"who_is_here": Answer(value="alone")})}
    shown_to_three = {question.id for question in visible(definition, {"who_is_here": Answer(value="partner")})}
    assert shown_to_two - shown_to_three == {"card_private"}


@pytest.mark.parametrize("name", IDS)
def test_serious_illness_stops_kindly_and_sends_to_the_benefit_team(name: str) -> None:
    (choice,) = load(name).question("card_serious").choices
    assert "thank you" in choice.ends
    assert "regulation 16(2)" in choice.ends
    assert "benefit team" in choice.ends
    assert "illness" not in choice.ends, "Whoever looks over a shoulder learns nothing."
    assert choice.circumstance in WRITERS


@pytest.mark.parametrize("name", [name for name in IDS if name != "first-commitments"])
def test_every_interview_shows_the_same_card(name: str) -> None:
    first, later = load("first-commitments"), load(name)
    for each in ("card_private", "card_serious"):
        assert first.question(each).choices == later.question(each).choices
    unchanged, *others = later.question("card").choices
    assert (unchanged.id, unchanged.alone) == ("nothing_changed", True)
    assert tuple(others) == first.question("card").choices


@pytest.mark.parametrize("name", IDS)
def test_outcomes_are_the_programs_and_in_the_safer_words(name: str) -> None:
    choices = load(name).question("outcome").choices
    assert [choice.id for choice in choices] == list(OutcomeKind)
    assert "This does not fit yet" in [choice.label for choice in choices]


def test_an_obstacle_belongs_to_somebody() -> None:
    owners = load("work-search-review").question("barrier_owner").choices
    assert {choice.id for choice in owners} == set(ObstacleOwner)


def test_only_two_answers_are_needed_and_each_says_why() -> None:
    needed = [question for question in load("first-commitments").questions() if question.required]
    assert [question.id for question in needed] == ["outcome", "next_meeting"]


def test_who_is_main_carer_is_settled_before_any_hours() -> None:
    ids = [question.id for question in load("first-commitments").questions()]
    hours = ids.index("cares_for_hours"), ids.index("hours"), ids.index("hours_decided")
    assert ids.index("main_carer") < min(hours)


@pytest.mark.parametrize("name", [name for name in IDS if name != "work-search-review"])
def test_four_things_are_heard_when_the_plan_is_read_back(name: str) -> None:
    step = next(step for step in load(name).steps if step.id == "read_back")
    for script in (step.say, *step.say_by_channel.values()):
        assert "hours, travel, kind of work, times, how we meet" in script
        assert "things on the card count" in script
        assert "I can choose to ask for less" in script
        assert "can be changed later" in script


def test_a_review_slows_down_when_life_comes_first_and_keeps_our_promises() -> None:
    definition = load("work-search-review")
    assert {question.id for question in definition.questions() if question.slows} == {"card", "card_private"}
    assert {step.id for step in definition.steps if step.stays} == {"today", "ours", "next"}


@pytest.mark.parametrize("name", IDS)
def test_by_phone_and_video_it_is_the_right_person_who_can_talk_freely_and_hears_it_read_out(name: str) -> None:
    definition = load(name)
    start = definition.steps[0]
    read_back = next(step for step in definition.steps if any(each.kind is Kind.RECAP for each in step.questions))
    for channel in (Channel.PHONE, Channel.VIDEO):
        assert "So that I know it is you, " in start.say_by_channel[channel]
        assert "an you talk freely" in start.say_by_channel[channel]
        assert "I will read it out" in read_back.say_by_channel[channel]
        assert channel in definition.question("who_is_here").labels


@pytest.mark.parametrize("name", IDS)
def test_nothing_is_given_away_to_whoever_answers(name: str) -> None:
    """interviews.md 2 and 4: the ring itself must not tell somebody else where it comes from."""
    definition = load(name)
    assert not any(
        "jobcentre" in script.lower() for step in definition.steps for script in step.say_by_channel.values()
    )
    advice = " ".join(definition.question("who_is_here").prompts)
    assert "only your own name until you know who it is" in advice
    assert "Do not say jobcentre to whoever answers, and leave no message" in advice
    assert "unless the person said that you may" in advice
