"""Hours and availability on paper."""

from dataclasses import replace
from decimal import Decimal

import pytest

from coachdesk.commitments import Bounds, Section, SectionKind, bounds_of, build
from coachdesk.commitments.bounds import duration_words
from tests.core.commitments.amira import source
from tests.core.requirements.found import found as finding_of


def sections(bounds: Bounds) -> dict[SectionKind, Section]:
    return {each.kind: each for each in build(replace(source(), bounds=bounds)).sections}


def points(section: Section) -> dict[str, str]:
    return {each.label.value: each.words.value for each in section.points}


def test_nothing_is_said_where_nothing_is_asked() -> None:
    assert not {SectionKind.HOURS, SectionKind.AVAILABILITY} & set(sections(Bounds()))


def test_where_something_sealed_bears_on_what_is_asked_neither_hours_nor_availability_reach_paper() -> None:
    assert bounds_of(finding_of()).hours == Decimal(35)
    assert bounds_of(finding_of(domestic_abuse={"notified_on": "2026-11-20"})) == Bounds()


def test_hours_say_how_many_of_them_are_for_looking_for_work_where_not_all_are() -> None:
    found = sections(Bounds(hours=Decimal("20.0"), search_hours=Decimal(14)))
    assert points(found[SectionKind.HOURS]) == {"Hours a week": "20", "Of these, for looking for work": "14"}
    found = sections(Bounds(hours=Decimal(20), search_hours=Decimal("20.0")))
    assert points(found[SectionKind.HOURS]) == {"Hours a week": "20"}


def test_availability_says_how_soon_and_how_far() -> None:
    found = sections(Bounds(start_up_to="P1M", interview_up_to="PT48H", travel_minutes=45))
    assert points(found[SectionKind.AVAILABILITY]) == {
        "Start a job": "within one month",
        "Go to an interview": "within 48 hours",
        "Travel": "up to 45 minutes each way",
    }


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P0D", "straight away"),
        ("P1D", "within one day"),
        ("P1W", "within one week"),
        ("P10D", "within 10 days"),
        ("PT48H", "within 48 hours"),
    ],
)
def test_a_duration_is_said_in_words(duration: str, words: str) -> None:
    assert duration_words(duration, str) == words


def test_a_duration_that_no_rule_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no duration"):
        duration_words("P2Y", str)
