"""The commitment in the parts that the account takes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from coachdesk.commitments import (
    Bounds,
    JournalLimits,
    JournalPart,
    PartKind,
    build,
    journal_parts,
    strings_of,
    within,
)
from coachdesk.plans import Plan
from tests.core.commitments.amira import GOAL, LIST_SCHOOLS, PROMISE, READING, source

BOUNDS = Bounds(hours=Decimal(20), travel_minutes=45, start_up_to="P1M")


def parts(*, transferred: bool = False) -> tuple[JournalPart, ...]:
    asked = replace(LIST_SCHOOLS, in_account_since=date(2026, 12, 1) if transferred else None)
    made = source(plan=Plan(goals=(GOAL,), actions=(asked, READING, PROMISE)))
    return journal_parts(build(replace(made, bounds=BOUNDS)))


def test_a_message_comes_first_then_hours_availability_and_each_to_do() -> None:
    assert [(each.kind, each.title) for each in parts()] == [
        (PartKind.MESSAGE, "My commitments"),
        (PartKind.HOURS, "My hours"),
        (PartKind.AVAILABILITY, "When I can start"),
        (PartKind.TO_DO, f"1. {LIST_SCHOOLS.text}"),
        (PartKind.TO_DO, f"2. {READING.text}"),
    ]


def test_a_to_do_says_again_whose_choice_it_is() -> None:
    (chosen,) = (each for each in parts() if READING.text in each.title)
    assert chosen.text.splitlines()[:2] == [
        "What I choose to do",
        "This is my choice. Not doing it cannot reduce my payment.",
    ]


def test_what_may_follow_comes_after_everything_else_and_stands_by_itself() -> None:
    *before, last = parts(transferred=True)
    assert "decision maker" in last.text
    assert last.kind is PartKind.MESSAGE
    assert not any("decision maker" in each.text for each in before)


def test_our_promises_stand_in_the_message_and_are_nobodys_to_do() -> None:
    message, *others = parts()
    assert f"3. {PROMISE.text}\n   By: Tuesday 8 December 2026" in message.text
    assert not any(PROMISE.text in each.title + each.text for each in others)


def test_every_word_of_the_page_is_in_one_of_the_parts() -> None:
    document = replace(build(source()), easy=())
    told = "\n".join(f"{each.title}\n{each.text}" for each in journal_parts(document))
    left_out = {document.page_label.value, *(section.heading.value for section in document.sections)}
    for words in strings_of(document):
        assert words in told or words in left_out, words


def test_what_is_short_enough_stays_as_it_is() -> None:
    assert within(parts(), JournalLimits(message=10_000, title=200, text=10_000)) == parts()


def test_a_title_that_is_too_long_stands_whole_in_its_text() -> None:
    (piece,) = within(
        (JournalPart(PartKind.TO_DO, "1. List the twelve primaries near us", "By: Friday"),),
        JournalLimits(message=100, title=24, text=100),
    )
    assert piece == JournalPart(
        PartKind.TO_DO, "1. List the twelve…", "1. List the twelve primaries near us\nBy: Friday"
    )


@settings(max_examples=200, deadline=None)
@given(
    st.builds(JournalPart, kind=st.sampled_from(PartKind), title=st.text(max_size=80), text=st.text(max_size=2000)),
    st.integers(20, 90),
    st.integers(40, 500),
)
def test_no_piece_is_longer_than_the_account_takes_and_no_word_is_lost(
    part: JournalPart, title: int, length: int
) -> None:
    pieces = within((part,), JournalLimits(message=length, title=title, text=length))
    assert all(len(each.title) <= title and len(each.text) <= length for each in pieces)
    whole = "".join("".join(each.text for each in pieces).split())
    assert whole.endswith("".join(part.text.split()))
    assert (
        "".join(part.title.split()) in whole or part.title == pieces[0].title.rpartition(" (1/")[0] or len(pieces) == 1
    )
