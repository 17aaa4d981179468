from dataclasses import replace
from datetime import date

import pytest

from coachdesk.people import Circumstance, Giving, Person, Safe, SafeToGive, asked, is_private, measures, safe_to_give

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2)


def somebody(printing: Safe = Safe.NOT_ASKED, asked_on: date | None = None, sending: Safe = Safe.NOT_ASKED) -> Person:
    return Person(
        id="p",
        given_name="Amira",
        family_name="Khalil",
        safe_to_print=printing,
        print_asked_on=asked_on,
        safe_to_send=sending,
        send_asked_on=asked_on,
    )


def test_whom_nobody_asked_may_take_the_paper_home() -> None:
    given = safe_to_give(somebody(), None)
    assert given.may_print
    assert given.may_send
    assert measures(given) == ()


def test_whoever_told_us_something_in_private_gets_nothing_until_they_were_asked() -> None:
    given = safe_to_give(somebody(), TUESDAY)
    assert not given.may(Giving.PAPER)
    assert not given.may(Giving.POST)
    assert measures(given) == ("Nothing on paper", "Nothing by post or email")


@pytest.mark.parametrize(("asked_on", "counts"), [(MONDAY, False), (TUESDAY, True), (WEDNESDAY, True), (None, False)])
def test_a_yes_counts_from_the_day_on_which_something_was_told(asked_on: date | None, *, counts: bool) -> None:
    given = safe_to_give(somebody(Safe.YES, asked_on), TUESDAY)
    assert given.may_print is counts
    assert given.paper is (Safe.YES if counts else Safe.NOT_ASKED)


def test_a_no_counts_whenever_it_was_said() -> None:
    for told_on in (None, MONDAY, WEDNESDAY):
        assert not safe_to_give(somebody(Safe.NO, TUESDAY), told_on).may_print


def test_paper_and_post_are_two_questions() -> None:
    given = safe_to_give(somebody(Safe.YES, TUESDAY, sending=Safe.NO), MONDAY)
    assert measures(given) == ("Nothing by post or email",)


def test_the_day_of_asking_is_kept_and_an_old_yes_can_be_said_again() -> None:
    old = somebody(Safe.YES, MONDAY)
    counted = safe_to_give(old, TUESDAY)
    assert asked(old, counted, Giving.PAPER, Safe.NOT_ASKED, WEDNESDAY) == old
    again = asked(old, counted, Giving.PAPER, Safe.YES, WEDNESDAY)
    assert again.print_asked_on == WEDNESDAY
    assert safe_to_give(again, TUESDAY).may_print
    nobody = asked(again, safe_to_give(again, TUESDAY), Giving.PAPER, Safe.NOT_ASKED, WEDNESDAY)
    assert (nobody.safe_to_print, nobody.print_asked_on) == (Safe.NOT_ASKED, None)
    assert asked(old, counted, Giving.POST, Safe.NO, WEDNESDAY).send_asked_on == WEDNESDAY


def test_what_the_ordinary_card_names_keeps_nobodys_paper_back() -> None:
    caring = Circumstance(id="c", person_id="p", kind="caring", sensitive=True, question_id="card")
    assert not is_private(caring, {"card_private"})
    assert is_private(replace(caring, question_id="card_private"), {"card_private"})
    assert is_private(replace(caring, kind="custody", question_id=""), {"card_private"})


def test_the_measures_never_say_why() -> None:
    every = {
        words
        for paper in Safe
        for post in Safe
        for told in (TUESDAY, None)
        for words in measures(SafeToGive(paper, post, told))
    }
    assert every == {"Nothing on paper", "Nothing by post or email"}
