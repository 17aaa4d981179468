"""What people can ask for, how they say yes, what is not asked at the moment, and what the place says of itself."""

from dataclasses import replace

import pytest

from coachdesk.commitments import (
    CommitmentDocument,
    Local,
    Section,
    build,
    issued_document,
    journal_parts,
    snapshot,
    strings_of,
)
from coachdesk.i18n import Language
from coachdesk.plans import Plan
from tests.core.commitments.amira import AMIRA, GOAL, PROMISE, READING, source

PLACE = Local(telephone="0113 496 0000", complaints="The manager, 0113 496 0001", advice="Leeds Advice", answer_days=5)


def section(document: CommitmentDocument, heading: str) -> Section:
    (found,) = (each for each in document.sections if each.heading.value == heading)
    return found


def easy(document: CommitmentDocument, heading: str) -> list[str]:
    (found,) = (each for each in document.easy if each.heading.value == heading)
    return [line.words.words.value for line in found.lines]


def test_the_paper_says_what_everybody_can_ask_for() -> None:
    points = {each.label.value: each.words.value for each in section(build(source()), "What you can ask for").points}
    assert list(points) == ["A second look", "Somebody with you", "Another form", "A complaint", "Help from others"]
    assert "once for each edition" in points["A second look"]
    assert "British Sign Language" in points["Another form"]
    assert points["Help from others"].endswith("They are no part of us.")
    assert "You can bring someone you trust when we meet." in easy(build(source()), "What you can ask for")


def test_numbers_of_the_place_stand_where_the_text_needs_them() -> None:
    document = build(replace(source(), local=PLACE))
    points = {each.label.value: each.words.value for each in section(document, "What you can ask for").points}
    assert points["A complaint"].endswith("Or turn to: The manager, 0113 496 0001.")
    assert points["Help from others"].endswith("Near you: Leeds Advice.")
    told = [each.value for each in section(document, "Who to tell if something changes").sentences]
    assert "Our number is 0113 496 0000." in told
    assert "Our number is 0113 496 0000." in easy(document, "If things change")


def test_where_a_safe_address_is_set_nothing_local_is_on_paper() -> None:
    made = replace(source(person=replace(AMIRA, safe_address=True)), local=PLACE)
    for language in Language:
        strings = " ".join(strings_of(build(replace(made, language=language))))
        assert "0113" not in strings
        assert "Leeds" not in strings
        assert "manager" not in strings


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (1, "We answer what you write in your account by the next working day."),
        (5, "We answer what you write in your account within 5 working days."),
    ],
)
def test_the_organisations_promise_stands_below_the_coachs(days: int, sentence: str) -> None:
    document = build(replace(source(), local=Local(answer_days=days)))
    ours = section(document, "What my work coach will do")
    assert [action.text.words.value for action in ours.actions] == [PROMISE.text]
    assert [each.value for each in ours.closing] == [sentence]
    alone = build(replace(source(plan=Plan(goals=(GOAL,), actions=(READING,))), local=Local(answer_days=days)))
    assert [each.value for each in section(alone, "What my work coach will do").closing] == [sentence]
    assert sentence in journal_parts(alone)[0].text


def test_an_adopted_document_says_how_to_say_yes_and_a_copy_does_not() -> None:
    document = build(source(adopted=True))
    said = [each.value for each in section(document, "Saying yes to this plan").sentences]
    assert said[0] == "This is your commitment once you have said yes to it."
    assert "in your Universal Credit account, by phone, or when you are with your work coach" in said[1]
    assert document.copy_sentences == ()
    assert "You can take it home and think first." in easy(document, "How to say yes")
    assert "Saying yes to this plan" not in strings_of(build(source()))


def test_whoever_does_not_have_to_look_for_work_reads_so_without_a_day_or_a_reason() -> None:
    document = build(replace(source(plan=Plan(goals=(GOAL,), actions=(READING,))), not_looking=True))
    (said,) = section(document, "Looking for work").sentences
    assert said.value == "You do not have to look for work at the moment. That holds until we speak again."
    assert not any(letter.isdigit() for letter in said.value)
    assert "You do not have to look for work now." in easy(document, "My hours and times")
    assert "Looking for work" not in strings_of(build(source()))


def test_what_stands_at_the_foot_of_pages_is_said_on_pages_only() -> None:
    document = issued_document(snapshot(source()), Language.ENGLISH)
    about = section(document, "About this paper")
    assert [each.value for each in about.closing] == [
        "The check code shows that a copy is the same as the one we gave you."
    ]
    assert about.on_pages[0].value.startswith("The square at the foot of each page")
    assert "square" not in "".join(part.text for part in journal_parts(document))
