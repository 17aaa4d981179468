"""What is different between two editions: in plain words, and never a trace of what has to stay unsaid."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachdesk.commitments import Bounds, Source, build, snapshot
from coachdesk.commitments.difference import Changed, Difference, differences, words_for_paper
from coachdesk.commitments.document import SectionKind
from coachdesk.commitments.papers import paper_of, since
from coachdesk.commitments.strings import strings_of
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Channel
from coachdesk.plans import Action, ActionState, Plan, Rhythm, Standing
from coachdesk.privacy import Privacy
from tests.core.commitments.amira import AMIRA, GOAL, LIST_SCHOOLS, MEETING, PROMISE, READING, source


def with_actions(*actions: Action) -> Source:
    return source(plan=Plan(goals=(GOAL,), actions=actions))


def compared(before: Source, after: Source, language: Language = Language.ENGLISH) -> tuple[Difference, ...]:
    was, now = (paper_of(snapshot(each), language) for each in (before, after))
    return differences(was, now, words_for_paper(after.plan.actions))


def said(found: tuple[Difference, ...]) -> list[tuple[SectionKind, Changed, str, str]]:
    return [
        (each.about, each.changed, each.line.words.value, " ".join(words.value for words in each.sentences))
        for each in found
    ]


def all_words(found: tuple[Difference, ...]) -> str:
    return " ".join(f"{each.line} {each.sentences}" for each in found)


def test_nothing_is_different_where_nothing_changed() -> None:
    assert compared(source(), source()) == ()
    again = replace(source(), edition=2, issued_on=date(2027, 1, 4), met_on=date(2027, 1, 4), coach_name="Kim Lee")
    assert compared(source(), again) == ()


def test_hours_times_and_travel_say_what_they_were_and_are() -> None:
    before = replace(source(), bounds=Bounds(hours=Decimal(16), travel_minutes=60, start_up_to="P1M"))
    after = replace(source(), bounds=Bounds(hours=Decimal(20), travel_minutes=45, interview_up_to="PT48H"))
    assert said(compared(before, after)) == [
        (SectionKind.HOURS, Changed.CHANGED, "Hours a week", "Hours a week: changed from 16 to 20."),
        (
            SectionKind.AVAILABILITY,
            Changed.NEW,
            "Go to an interview",
            "Go to an interview: new, within 48 hours.",
        ),
        (
            SectionKind.AVAILABILITY,
            Changed.CHANGED,
            "Travel",
            "Travel: changed from up to 60 minutes each way to up to 45 minutes each way.",
        ),
    ]


def test_hours_times_and_travel_that_are_gone_are_not_spoken_of() -> None:
    """A pause may be behind it, and one that nobody may read of has to leave no trace."""
    bounds = Bounds(hours=Decimal(35), search_hours=Decimal(35), travel_minutes=90, start_up_to="P0D")
    assert compared(replace(source(), bounds=bounds), replace(source(), not_looking=True)) == ()


def test_actions_are_new_changed_or_no_longer_there_each_under_whose_they_are() -> None:
    earlier = with_actions(LIST_SCHOOLS, READING, PROMISE)
    moved = replace(READING, by=date(2027, 1, 15), every=Rhythm.WEEK)
    later = with_actions(
        replace(LIST_SCHOOLS, position=9, privacy=Privacy.PAPER),
        moved,
        replace(PROMISE, id="ring", text="Ring the school"),
    )
    gone = replace(later, plan=replace(later.plan, actions=(*later.plan.actions, _done(PROMISE))))
    assert said(compared(earlier, gone)) == [
        (
            SectionKind.CHOSEN,
            Changed.CHANGED,
            "Ask the school about volunteer reading mornings",
            "By: changed from Saturday 12 December 2026 to Friday 15 January 2027. How often: new, every week.",
        ),
        (SectionKind.OURS, Changed.NEW, "Ring the school", "New."),
        (SectionKind.OURS, Changed.GONE, PROMISE.text, "No longer in this plan."),
    ]


def _done(action: Action) -> Action:
    return replace(action, state=ActionState.DONE)


def test_what_is_no_longer_asked_says_so_and_not_why() -> None:
    chosen = replace(LIST_SCHOOLS, standing=Standing.VOLUNTARY, implements=None)
    assert said(compared(with_actions(LIST_SCHOOLS), with_actions(chosen))) == [
        (SectionKind.ASKED, Changed.GONE, LIST_SCHOOLS.text, "No longer asked."),
        (SectionKind.CHOSEN, Changed.NEW, LIST_SCHOOLS.text, "New."),
    ]


def test_an_action_in_other_words_keeps_its_earlier_words_for_the_screen_only() -> None:
    reworded = replace(LIST_SCHOOLS, text="List the schools near me")
    (found,) = compared(with_actions(LIST_SCHOOLS), with_actions(reworded))
    assert found.line.words.value == "List the schools near me"
    assert found.was is not None
    assert found.was.words.value == LIST_SCHOOLS.text
    earlier = since(1, snapshot(with_actions(LIST_SCHOOLS)), (reworded,))
    assert LIST_SCHOOLS.text not in " ".join(strings_of(build(with_actions(reworded), earlier)))


@pytest.mark.parametrize("privacy", [Privacy.ACCOUNT, Privacy.BETWEEN_US])
def test_words_that_were_taken_off_the_paper_are_not_named_again(privacy: Privacy) -> None:
    kept_out = replace(LIST_SCHOOLS, privacy=privacy)
    assert compared(with_actions(LIST_SCHOOLS), with_actions(kept_out)) == ()


def test_an_action_that_is_stored_no_more_is_not_named() -> None:
    assert compared(with_actions(LIST_SCHOOLS), with_actions()) == ()


def test_an_action_that_was_reworded_and_let_go_is_named_in_its_words_of_today() -> None:
    gone = replace(LIST_SCHOOLS, text="List the schools", state=ActionState.LET_GO)
    (found,) = compared(with_actions(LIST_SCHOOLS), with_actions(gone))
    assert (found.changed, found.line.words.value, found.was) == (Changed.GONE, "List the schools", None)


def test_the_next_meeting_says_day_time_and_way_and_no_place() -> None:
    phone = replace(MEETING, on=date(2026, 12, 18), at=time(14), channel=Channel.PHONE)
    found = compared(source(), source(meeting=phone))
    assert [each.sentences[0].value for each in found] == [
        "The day when we meet next: changed from Wednesday 16 December 2026 to Friday 18 December 2026.",
        "The time when we meet next: changed from 10:30am to 2pm.",
        "The way we meet next: changed from face to face to by phone.",
    ]
    assert "Leeds" not in all_words(found)
    assert compared(source(), source(meeting=None)) == ()
    assert [each.changed for each in compared(source(meeting=None), source())] == [Changed.NEW] * 3


def test_a_place_that_has_to_stay_unsaid_now_is_not_said_as_what_it_was() -> None:
    safe = source(person=replace(AMIRA, safe_address=True), meeting=replace(MEETING, place="Room 3"))
    assert "Leeds" not in all_words(compared(source(), safe))
    moved = source(meeting=replace(MEETING, place="The refuge"))
    assert "refuge" not in all_words(compared(moved, source()))


def test_welsh_paper_says_it_in_welsh_and_keeps_what_the_person_said() -> None:
    after = replace(with_actions(LIST_SCHOOLS, READING), bounds=Bounds(hours=Decimal(20)))
    found = compared(with_actions(LIST_SCHOOLS), after, Language.WELSH)
    assert [each.about for each in found] == [SectionKind.HOURS, SectionKind.CHOSEN]
    assert found[0].sentences[0].value == "Oriau yr wythnos: newydd, 20."
    assert found[1].line.words.value == READING.text
    assert found[1].line.language is Language.ENGLISH


def test_the_first_page_says_it_after_the_four_things_and_before_the_plan() -> None:
    after = replace(
        with_actions(replace(LIST_SCHOOLS, by=date(2026, 12, 11)), PROMISE), edition=2, bounds=Bounds(hours=Decimal(20))
    )
    before = with_actions(LIST_SCHOOLS, READING)
    document = build(after, since(1, snapshot(before), (*after.plan.actions, READING)))
    headings = [section.heading.value for section in document.sections]
    assert headings[:5] == [
        "What can be changed",
        "What is different since edition 1",
        "Changed: what I am asked to do",
        "No longer in what I choose to do",
        "New: what my work coach will do",
    ]
    assert document.sections[1].sentences[0].value == "Hours a week: new, 20."
    same = build(before, since(1, snapshot(before), before.plan.actions))
    assert [each.value for each in same.sections[1].sentences] == ["Nothing is new or changed."]
    assert (same.sections[0], *same.sections[2:]) == build(before).sections


def test_easy_read_says_what_is_different_too() -> None:
    before, after = with_actions(LIST_SCHOOLS, READING), with_actions(replace(LIST_SCHOOLS, by=date(2026, 12, 11)))
    easy = build(after, since(1, snapshot(before), (*after.plan.actions, READING))).easy
    assert [section.heading.value for section in easy[:4]] == [
        "What can change",
        "What is different since edition 1",
        "Changed: what I am asked to do",
        "No longer in what I choose to do",
    ]
    assert [line.words.words.value for line in easy[1].lines] == ["This is what has changed."]
    assert [line.words.words.value for line in easy[2].lines] == [
        LIST_SCHOOLS.text,
        "By: changed from Friday 4 December 2026 to Friday 11 December 2026.",
    ]
    assert [line.words.words.value for line in easy[3].lines] == [READING.text]


MARKERS = tuple(f"zqx{number:03}marker" for number in range(400))


@st.composite
def plans(draw: st.DrawFn, markers: "count[int]") -> Plan:
    """A plan with a marker in every word of an action that may not be on paper."""

    def action(number: int) -> Action:
        privacy = draw(st.sampled_from(Privacy))
        words = f"action {number}" if privacy is Privacy.PAPER else MARKERS[next(markers)]
        return Action(
            id=f"a{number}",
            person_id="amira",
            text=words,
            owner=draw(st.sampled_from([LIST_SCHOOLS.owner, PROMISE.owner])),
            standing=draw(st.sampled_from(Standing)),
            by=draw(st.none() | st.dates(date(2026, 12, 1), date(2027, 2, 1))),
            reason=MARKERS[next(markers)],
            obstacle=MARKERS[next(markers)],
            privacy=privacy,
            position=draw(st.integers(0, 5)),
        )

    return Plan(goals=(), actions=tuple(action(number) for number in draw(st.sets(st.integers(0, 6)))))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_difference_ever_holds_a_word_that_is_not_for_paper(data: st.DataObject) -> None:
    markers = count()
    before, after = (with_actions(*data.draw(plans(markers)).actions) for _ in range(2))
    found = compared(before, after)
    assert not [marker for marker in MARKERS if marker in all_words(found)]
    # What stood on the earlier paper under an id that may not be on paper today is not said either.
    hidden = {each.id for each in after.plan.actions if each.privacy is not Privacy.PAPER}
    names = {each.text for each in before.plan.actions if each.id in hidden and each.privacy is Privacy.PAPER}
    assert not names & {each.line.words.value for each in found if each.changed is Changed.GONE}
