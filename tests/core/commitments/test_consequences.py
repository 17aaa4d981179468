"""What may follow: for what stands in the account only, once for each kind, and never more than is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coachdesk.commitments import Source, build
from coachdesk.commitments.consequences import consequences
from coachdesk.i18n import Language, translation
from coachdesk.plans import Action, Implements, Plan, Rhythm
from coachdesk.reading_age import reading_age
from coachdesk.requirements.reductions import Reductions
from tests.core.commitments.amira import LIST_SCHOOLS, PROMISE, READING, TODAY, source

KNOWN = Reductions(days=28, days_again=91, days_more=28)
CONFIRMED = replace(KNOWN, a_day=Decimal("13.90"))
ONCE = replace(LIST_SCHOOLS, in_account_since=TODAY)
WEEKLY = replace(ONCE, id="weekly", by=None, every=Rhythm.WEEK)


def of_kind(kind: Implements) -> Action:
    return replace(ONCE, id=kind, implements=kind)


def made(*actions: Action, known: Reductions = KNOWN, language: Language = Language.ENGLISH) -> Source:
    return replace(source(plan=Plan(actions=actions)), reductions=known, language=language)


def said(*actions: Action, known: Reductions = KNOWN) -> list[str]:
    english = translation(Language.ENGLISH).gettext
    return [each.value for each in consequences(actions, made(*actions, known=known), english)]


def easy(*actions: Action, known: Reductions = KNOWN) -> list[str]:
    heading = "If you cannot do what is asked"
    found = [each for each in build(made(*actions, known=known)).easy if each.heading.value == heading]
    return [line.words.words.value for section in found for line in section.lines]


def test_they_come_in_the_order_of_the_house_with_the_amount_where_the_length_is() -> None:
    (search,) = said(ONCE, known=CONFIRMED)
    order = (
        "If you cannot do what is asked about looking for work, tell us first.",
        "A good reason counts",
        "A decision maker decides about your payment, not your work coach.",
        "may be reduced until you have done it, and for up to 28 days after that",
        "up to £13.90 for each day",
        "looked at again",
        "hardship payment",
    )
    assert sorted(order, key=search.index) == list(order)


def test_where_nothing_is_known_the_payment_may_be_reduced_for_a_time_and_no_number_is_said() -> None:
    for kind in Implements:
        (paragraph,) = said(of_kind(kind), known=Reductions())
        assert "may be reduced for a time" in paragraph
        assert not any(letter.isdigit() or letter == "£" for letter in paragraph)


@pytest.mark.parametrize(
    ("kind", "known", "length"),
    [
        (Implements.PREPARATION, KNOWN, "until you have done it, and for up to 28 days after that"),
        (Implements.INTERVIEW, KNOWN, "until we have met, and for up to 28 days after that"),
        (Implements.AVAILABILITY, KNOWN, "for a time"),
        (Implements.INTERVIEW, Reductions(until_met=True), "until the meeting takes place"),
        (Implements.PREPARATION, Reductions(until_met=True), "for a time"),
    ],
)
def test_each_kind_has_the_length_of_its_level(kind: Implements, known: Reductions, length: str) -> None:
    (paragraph,) = said(of_kind(kind), known=known)
    assert f"your payment may be reduced {length}." in paragraph


def test_search_in_a_rhythm_is_of_another_level_than_one_step_and_of_both_no_length_is_true() -> None:
    assert "for up to 28 days, or for up to 91 days" in said(WEEKLY)[0]
    assert "until you have done it" in said(ONCE)[0]
    (both,) = said(ONCE, WEEKLY)
    assert "for a time" in both
    assert "longer" not in both


def test_what_is_not_in_the_account_yet_changes_nothing_of_what_is_said() -> None:
    assert said(ONCE, replace(WEEKLY, in_account_since=None)) == said(ONCE)
    assert said(replace(ONCE, in_account_since=None)) == []


def test_a_length_is_never_said_to_be_that_of_a_job_not_applied_for() -> None:
    for action in (ONCE, WEEKLY):
        assert "It may be for longer where somebody does not apply for a job" in said(action)[0]
    assert "longer" not in said(of_kind(Implements.INTERVIEW))[0]


def test_no_choice_and_no_promise_ever_carries_one() -> None:
    chosen = replace(READING, in_account_since=date(2026, 12, 1), implements=Implements.SEARCH)
    document = build(made(chosen, PROMISE, known=CONFIRMED))
    assert [section.closing for section in document.sections if section.actions and section.closing] == []
    assert easy(chosen) == []


def test_easy_read_says_the_same_in_the_same_order() -> None:
    lines = easy(ONCE, known=CONFIRMED)
    assert lines[0] == "Can you not look for work as asked? Tell us first."
    assert lines[3:] == [
        "A decision maker looks at your payment. Your work coach does not.",
        "With no good reason, you may get less money until you have done it.",
        "And then for up to 28 days more.",
        "It may be for longer if we told you to go for a job.",
        "It may be up to £13.90 less for each day.",
        "You can ask us to look at that again.",
        "Can you not pay for what you need? You can ask for a hardship payment.",
    ]


def test_easy_read_says_of_which_kind_a_length_is_where_they_differ() -> None:
    lines = easy(ONCE, of_kind(Implements.AVAILABILITY))
    place = lines.index("This is about when you can start work.")
    assert lines[place + 1] == "With no good reason, you may get less money for a time."
    assert "This is about looking for work." in lines
    assert not [each for each in easy(ONCE, known=Reductions()) if each.startswith("This is about")]


def test_in_welsh_the_numbers_are_the_same() -> None:
    document = build(made(WEEKLY, of_kind(Implements.PREPARATION), known=CONFIRMED, language=Language.WELSH))
    closing = " ".join(each.value for section in document.sections for each in section.closing)
    assert all(each in closing for each in ("28", "91", "£13.90"))
    assert "payment" not in closing


def test_it_is_read_with_ease_at_eleven_and_in_easy_words_at_eight() -> None:
    actions = tuple(of_kind(kind) for kind in Implements)
    age, easy_age = reading_age("\n".join(said(*actions))), reading_age("\n".join(easy(*actions)))
    assert age is not None
    assert easy_age is not None
    assert age <= 11
    assert easy_age < 8
