"""Easy read says all that the other formats say: one idea a line, in words that a child of eight reads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coachdesk.commitments import (
    SHOWS,
    Bounds,
    CommitmentDocument,
    EasyLine,
    OutcomeKind,
    Picture,
    Source,
    build,
    strings_of,
)
from coachdesk.diary import Appointment
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Channel
from coachdesk.paths import resources
from coachdesk.people import Person
from coachdesk.plans import Implements, Party, Plan, Rhythm
from coachdesk.privacy import Privacy
from coachdesk.reading_age import reading_age
from tests.core.commitments.amira import AMIRA, GOAL, LIST_SCHOOLS, MEETING, PROMISE, READING, source

EIGHT = 8
LONGEST = 14
THEIRS = "zqx"
"""Stands in every word that is not ours, so that only ours is measured."""


def everything(outcome: OutcomeKind | None = None, person: Person = AMIRA) -> Source:
    """A source with one of everything that can be said, and none of the person's words readable."""
    asked = tuple(
        replace(
            LIST_SCHOOLS,
            id=kind,
            text=THEIRS,
            reason=THEIRS,
            if_then=(),
            implements=kind,
            by=date(2026, 12, 4) if kind is not Implements.INTERVIEW else None,
            every=Rhythm.WEEK if kind is Implements.INTERVIEW else None,
            in_account_since=date(2026, 12, 1) if kind is not Implements.SEARCH else None,
        )
        for kind in Implements
    )
    others = replace(PROMISE, id="other", owner=Party.OTHER, owner_name=THEIRS, text=THEIRS)
    chosen = replace(READING, text=THEIRS, reason=THEIRS, obstacle=THEIRS)
    plan = Plan(goals=(replace(GOAL, text=THEIRS),), actions=(*asked, chosen, others, replace(PROMISE, text=THEIRS)))
    return replace(
        source(plan=plan, person=person),
        outcome=outcome,
        second_opinion=True,
        think_until=date(2026, 12, 8),
        bounds=Bounds(
            hours=Decimal(20), search_hours=Decimal(14), travel_minutes=45, start_up_to="P1M", interview_up_to="PT48H"
        ),
    )


def lines(document: CommitmentDocument) -> Iterator[EasyLine]:
    for section in document.easy:
        yield from section.lines


def ours(document: CommitmentDocument) -> list[str]:
    """Our own sentences and headings."""
    headings = [section.heading.value for section in document.easy]
    return headings + [said for each in lines(document) if THEIRS not in (said := each.words.words.value)]


@pytest.mark.parametrize("outcome", [None, *OutcomeKind])
@pytest.mark.parametrize("person", [AMIRA, replace(AMIRA, safe_address=True)], ids=["", "safe address"])
@pytest.mark.parametrize("meeting", [None, MEETING], ids=["", "meeting"])
def test_our_words_are_read_with_ease_at_eight(
    outcome: OutcomeKind | None, person: Person, meeting: Appointment | None
) -> None:
    sentences = ours(build(replace(everything(outcome, person), next_meeting=meeting)))
    age = reading_age("\n".join(sentences))
    assert age is not None
    assert age < EIGHT


def test_every_sentence_of_ours_is_short() -> None:
    for outcome in OutcomeKind:
        for line in ours(build(everything(outcome))):
            for sentence in line.replace("?", ".").replace(". ", ".\n").splitlines():
                assert len(sentence.split()) <= LONGEST, sentence


def test_every_line_has_a_picture_with_words_for_it_in_the_language_of_the_document() -> None:
    for language in Language:
        for line in lines(build(replace(everything(), language=language))):
            assert line.alternative.value
            assert (line.alternative.value == SHOWS[line.picture]) is (language is Language.ENGLISH)


def test_every_picture_of_the_set_is_used_and_has_its_file() -> None:
    used = {line.picture for outcome in OutcomeKind for line in lines(build(everything(outcome)))}
    none_asked = build(source(plan=Plan()))
    used |= {line.picture for line in lines(none_asked)}
    assert used == set(Picture)
    assert {path.stem for path in resources("pictures", "easy").glob("*.svg")} == set(Picture)


def test_it_has_every_word_of_the_person_that_the_page_has() -> None:
    made = source()
    document = build(made)
    said = [line.words.words.value for line in lines(document)]
    page = [GOAL.text, LIST_SCHOOLS.text, LIST_SCHOOLS.reason, READING.text, READING.reason, PROMISE.text]
    assert [each for each in said if each in page] == page
    assert READING.obstacle in said
    assert "If it is Monday 9.15 and both children are in, then I will open the list at the library." in said


def test_actions_have_the_same_numbers_as_on_the_page() -> None:
    document = build(source())
    listed = (section.actions for section in document.sections if section.is_numbered)
    numbered = [each.text.words.value for actions in listed for each in actions]
    leading = {line.number: line.words.words.value for line in lines(document) if line.number}
    assert leading == dict(enumerate(numbered, 1))


def test_the_persons_own_words_stay_in_their_language() -> None:
    welsh = replace(GOAL, text="Gweithio mewn ysgol", language=Language.WELSH)
    document = build(source(plan=Plan(goals=(welsh, GOAL))))
    assert [line.words.language for line in lines(document) if line.leads] == [Language.WELSH, Language.ENGLISH]


def test_a_safe_address_keeps_the_site_and_the_surname_out_of_easy_words_too() -> None:
    document = build(everything(person=replace(AMIRA, safe_address=True)))
    words = " ".join(line.words.words.value for line in lines(document))
    assert "Leeds" not in words
    assert "Okafor" not in words
    assert "Use the way that is safe for you." in words


def test_what_is_not_for_paper_is_not_in_easy_words() -> None:
    hidden = [replace(each, privacy=Privacy.ACCOUNT) for each in (LIST_SCHOOLS, READING, PROMISE)]
    goal = replace(GOAL, privacy=Privacy.BETWEEN_US)
    strings = strings_of(build(source(plan=Plan(goals=(goal,), actions=tuple(hidden)))))
    for record in (LIST_SCHOOLS, READING, PROMISE):
        assert not any(record.text in each for each in strings)
    assert not any(GOAL.text in each for each in strings)
    assert "We ask nothing of you on this paper." in strings


def test_consequences_come_once_and_only_for_what_stands_in_the_account() -> None:
    words = [line.words.words.value for line in lines(build(everything()))]
    assert words.count("A decision maker looks at your payment. Your work coach does not.") == 1
    assert "Can you not look for work as asked? Tell us first." not in words
    assert "Can you not come to a meeting? Tell us first." in words
    nothing = [line.words.words.value for line in lines(build(source()))]
    assert not any("decision maker" in each for each in nothing)


def test_a_meeting_by_phone_has_a_phone_and_no_place() -> None:
    by_phone = build(source(meeting=replace(MEETING, channel=Channel.PHONE)))
    (section,) = [each for each in by_phone.easy if each.heading.value == "When we meet next"]
    assert [line.picture for line in section.lines if "by phone" in line.words.words.value] == [Picture.PHONE]
    assert not any("place" in line.words.words.value for line in section.lines)
