"""What the directory shows and finds."""

from dataclasses import replace
from datetime import date

import pytest

from coachdesk.people import Nation
from coachdesk.provision import Listed, State, by_name, listed
from tests.core.provision.rows import national, row

TODAY = date(2026, 11, 23)
OWN = replace(row(), id="bus-pass", name="Bus pass fund", does="Pays the bus for a month.")


def look(text: str = "", *, nation: Nation = Nation.ENGLAND, everything: bool = False) -> tuple[Listed, ...]:
    return listed((OWN,), national(), day=TODAY, nation=nation, text=text, everything=everything)


def test_the_site_comes_first_then_what_is_open_in_the_country() -> None:
    shown = look()
    assert shown[0] == Listed(OWN, State.OPEN)
    assert "access-to-work" in {each.row.id for each in shown}
    assert {each.state for each in shown} <= {State.OPEN, State.UNCONFIRMED}
    assert State.CLOSED in {each.state for each in look(everything=True)}


def test_whoever_looks_for_what_has_closed_is_told_so_and_what_there_is_instead() -> None:
    for typed in ("kickstart", "Kikstart", "kick"):
        found = look(typed)[0]
        assert (found.row.id, found.state, found.row.instead) == ("kickstart", State.CLOSED, "Jobs Guarantee")
    assert [each.row.id for each in look("JETS")] == ["job-entry-targeted-support"]


@pytest.mark.parametrize(
    ("typed", "row_id"),
    [
        ("work programme", "work-programme"),
        ("Work Program", "work-programme"),
        ("work and health programme", "work-and-health-programme"),
        ("IPES", "intensive-personalised-employment-support"),
    ],
)
def test_the_name_of_what_has_closed_finds_it_also_where_it_fits_something_open(typed: str, row_id: str) -> None:
    first, *others = look(typed)
    assert (first.row.id, first.state) == (row_id, State.CLOSED)
    assert others
    assert State.CLOSED not in {each.state for each in (*others, *look("work"))}


def test_words_of_the_text_find_too_and_all_that_is_typed_counts() -> None:
    assert look("bus month")[0].row is OWN
    assert look("bus zebra") == ()
    assert look("disabled")[0].state is State.UNCONFIRMED


def test_a_row_of_the_site_takes_the_place_of_the_national_one() -> None:
    local = replace(row(), id="connect-to-work", name="Connect to Work, Wakefield", phone="01632 960002")
    shown = listed((local,), national(), day=TODAY, nation=Nation.ENGLAND, everything=True)
    assert [each.row.name for each in shown if each.row.id == "connect-to-work"] == ["Connect to Work, Wakefield"]


@pytest.mark.parametrize("name", ["Hadad", "Carol", "Admin", "Amira Khalil", "Ad", "Sam"])
def test_names_of_people_find_no_programme_in_the_box_of_the_window(name: str) -> None:
    assert [each.id for each in national() if by_name(each, name)] == []
