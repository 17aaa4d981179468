from dataclasses import replace
from datetime import date

import pytest

from coachdesk.commitments import (
    CommitmentDocument,
    OutcomeKind,
    PlannedAction,
    Section,
    SectionKind,
    build,
    strings_of,
)
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Channel
from coachdesk.plans import Goal, IfThen, Implements, Party, Plan, Rhythm
from coachdesk.privacy import Privacy
from tests.core.commitments.amira import AMIRA, GOAL, LIST_SCHOOLS, MEETING, PROMISE, READING, TODAY, source


def section(document: CommitmentDocument, heading: str) -> Section:
    (found,) = (each for each in document.sections if each.heading.value == heading)
    return found


def details(action: PlannedAction) -> dict[str, str]:
    return {each.label.value: each.words.value for each in action.details}


def points(part: Section) -> dict[str, str]:
    return {each.label.value: each.words.value for each in part.points}


def test_the_document_reads_in_its_order() -> None:
    document = build(source())
    assert document.title.value == "My commitments"
    assert [each.heading.value for each in document.sections] == [
        "What can be changed",
        "My goals, in my words",
        "About this paper",
        "What I am asked to do",
        "What I choose to do",
        "What my work coach will do",
        "What might get in the way",
        "How and when we meet next",
        "Who to tell if something changes",
        "What you can ask for",
    ]


def test_it_says_that_it_is_a_copy_until_the_organisation_adopts_it() -> None:
    assert (
        "This is a copy to keep. Your commitment is the one in your Universal Credit account, or the one read to you by "
        "phone. If the two differ, tell us; the account is the one that counts."
    ) in [words.value for words in build(source()).copy_sentences]
    assert build(source(adopted=True)).copy_sentences == ()


def test_it_says_who_and_when() -> None:
    assert points(section(build(source()), "About this paper")) == {
        "Name": "Amira Khalil",
        "Work coach": "Sam Okafor",
        "Jobcentre": "Leeds Park Place",
        "We met on": "Tuesday 1 December 2026",
        "How we met": "face to face",
        "Number": "K7M2-14, edition 1",
    }
    assert build(source()).footer.value == "K7M2-14, edition 1"


def test_page_one_says_the_four_things_that_everybody_hears() -> None:
    four = points(build(source()).sections[0])
    assert four["Can be changed"] == "Hours, travel, the kind of work, times, and how we meet."
    assert list(four) == ["Can be changed", "What counts", "Your work coach can choose", "Later"]


def test_goals_stand_in_the_persons_words_and_language() -> None:
    welsh = replace(GOAL, id="cy", text="Gweithio mewn ysgol", language=Language.WELSH)
    ours = Goal(id="ours", person_id="amira", text="Improve employability", words_of=Party.COACH)
    quotes = section(build(source(plan=Plan(goals=(GOAL, welsh, ours)))), "My goals, in my words").quotes
    assert [(quote.words.value, quote.language) for quote in quotes] == [
        (GOAL.text, Language.ENGLISH),
        ("Gweithio mewn ysgol", Language.WELSH),
    ]


def test_what_is_asked_has_its_reason_and_first_says_what_to_do_if_it_cannot_be_done() -> None:
    asked = section(build(source()), "What I am asked to do")
    (action,) = asked.actions
    assert asked.kind is SectionKind.ASKED
    assert action.text.words.value == LIST_SCHOOLS.text
    assert action.reason is not None
    assert action.reason.value == "Because you told us when the children are looked after."
    assert action.if_cannot is not None
    assert action.if_cannot.value == (
        "If I cannot do this: tell us before 4 December 2026, and say what is in the way. It can be changed."
    )
    assert details(action) == {"By": "Friday 4 December 2026", "Hours in all": "1", "In your account": "not yet"}
    assert [quote.words.value for quote in action.if_thens] == [
        "If it is Monday 9.15 and both children are in, then I will open the list at the library."
    ]


@pytest.mark.parametrize("by", [TODAY, date(2026, 11, 27)])
def test_no_paper_asks_to_be_told_before_a_day_that_is_over(by: date) -> None:
    document = build(source(plan=Plan(actions=(replace(LIST_SCHOOLS, by=by),))))
    (action,) = section(document, "What I am asked to do").actions
    assert action.if_cannot is not None
    assert action.if_cannot.value == (
        "If I cannot do this: tell us as soon as you know, and say what is in the way. It can be changed."
    )
    easy = [line.words.words.value for part in document.easy for line in part.lines]
    assert "Can you not do this? Tell us as soon as you know." in easy
    assert not any("Can you not do this? Tell us before" in each for each in easy)


def test_a_rhythm_is_said_in_words() -> None:
    weekly = replace(LIST_SCHOOLS, by=None, every=Rhythm.FORTNIGHT, in_account_since=date(2026, 12, 1))
    (action,) = section(build(source(plan=Plan(actions=(weekly,)))), "What I am asked to do").actions
    assert details(action) == {
        "How often": "every two weeks",
        "Hours a week": "1",
        "In your account": "since 1 December 2026",
    }


def test_consequences_are_said_only_for_what_stands_in_the_account() -> None:
    assert section(build(source()), "What I am asked to do").closing == ()


def test_consequences_are_said_once_for_each_kind_and_in_their_order() -> None:
    transferred = replace(LIST_SCHOOLS, in_account_since=date(2026, 12, 1))
    plan = Plan(
        actions=(
            transferred,
            replace(transferred, id="second"),
            replace(transferred, id="third", implements=Implements.PREPARATION),
            replace(LIST_SCHOOLS, id="fourth", implements=Implements.INTERVIEW),
        )
    )
    search, preparation = (words.value for words in section(build(source(plan=plan)), "What I am asked to do").closing)
    assert "looking for work" in search
    assert "getting ready for work" in preparation
    order = ["tell us first", "good reason counts", "decision maker", "may be reduced", "looked at again", "hardship"]
    assert sorted(order, key=search.index) == order


def test_no_amount_and_no_number_of_days_is_ever_said() -> None:
    since = replace(LIST_SCHOOLS, in_account_since=date(2026, 12, 1))
    (consequence,) = section(build(source(plan=Plan(actions=(since,)))), "What I am asked to do").closing
    assert not any(letter.isdigit() or letter == "£" for letter in consequence.value)


def test_a_choice_says_that_it_is_one_and_carries_no_consequence() -> None:
    chosen = section(build(source()), "What I choose to do")
    assert [words.value for words in chosen.sentences] == ["This is my choice. Not doing it cannot reduce my payment."]
    assert (chosen.kind, chosen.closing) == (SectionKind.CHOSEN, ())
    assert all(action.if_cannot is None for action in chosen.actions)


def test_where_nothing_is_asked_the_paper_says_so() -> None:
    asked = section(build(source(plan=Plan(actions=(READING,)))), "What I am asked to do")
    assert [words.value for words in asked.sentences] == ["Nothing is asked of you on this paper."]


def test_our_promise_stands_as_ours() -> None:
    ours = section(build(source()), "What my work coach will do")
    assert ours.kind is SectionKind.OURS
    assert [action.text.words.value for action in ours.actions] == [PROMISE.text]


def test_somebody_elses_step_says_whose_it_is() -> None:
    keyworker = replace(PROMISE, id="k", owner=Party.OTHER, owner_name="My keyworker", text="Join the next call")
    (action,) = section(build(source(plan=Plan(actions=(keyworker,)))), "What others will do").actions
    assert details(action) == {"Who": "My keyworker", "By": "Tuesday 8 December 2026"}


def test_an_employers_obstacle_is_not_the_persons_job() -> None:
    (obstacle,) = section(build(source()), "What might get in the way").actions
    assert obstacle.text.words.value == "They want a form that is only online"
    assert details(obstacle) == {"Whose job this is": "the employer's, not mine"}


def test_the_next_meeting_says_when_how_and_where_but_not_why() -> None:
    document = build(source())
    assert points(section(document, "How and when we meet next")) == {
        "When": "Wednesday 16 December 2026",
        "Time": "10:30am",
        "How": "face to face",
        "Where": "Leeds Park Place",
    }
    assert not any("Fit note" in words for words in strings_of(document))


def test_a_call_has_no_place() -> None:
    call = replace(MEETING, channel=Channel.PHONE)
    assert "Where" not in points(section(build(source(meeting=call)), "How and when we meet next"))


def test_a_safe_address_keeps_the_site_and_the_coachs_surname_off_paper() -> None:
    document = build(source(person=replace(AMIRA, safe_address=True), meeting=replace(MEETING, place="Leeds, room 4")))
    assert not any("Leeds" in words or "Okafor" in words for words in strings_of(document))
    assert "Sam" in strings_of(document)
    assert not any("in your account, by phone" in words for words in strings_of(document))
    assert points(section(document, "What can be changed"))["Later"].endswith("in the way that is safe for you.")


def test_the_preferred_name_is_the_name() -> None:
    assert "Ami Khalil" in strings_of(build(source(person=replace(AMIRA, preferred_name="Ami"))))


@pytest.mark.parametrize(
    ("outcome", "begins"),
    [
        (OutcomeKind.AGREED, "You said yes to this on Tuesday 1 December 2026, face to face."),
        (OutcomeKind.AGREED_BY_PHONE, "You said yes to this on Tuesday 1 December 2026, by phone."),
        (OutcomeKind.TAKEN_AWAY, "You took this away"),
        (OutcomeKind.DOES_NOT_FIT_YET, "You told us this does not fit yet."),
        (OutcomeKind.COULD_NOT_DECIDE_TODAY, "You could not decide today."),
        (OutcomeKind.ENDED_WITHOUT, "We ended today without a plan."),
    ],
)
def test_an_outcome_is_said_in_safe_words(outcome: OutcomeKind, begins: str) -> None:
    said = section(build(replace(source(), outcome=outcome)), "What you said to this plan").sentences
    assert said[0].value.startswith(begins)


def test_time_to_think_and_a_second_opinion_stand_with_any_outcome() -> None:
    made = replace(source(), outcome=OutcomeKind.TAKEN_AWAY, second_opinion=True, think_until=date(2026, 12, 8))
    said = [words.value for words in section(build(made), "What you said to this plan").sentences]
    assert said[1:] == [
        "Time to think: please answer by Tuesday 8 December 2026. If you need longer, ask before then and we will agree a date.",
        "You asked for somebody else to look at this plan. We will tell you who, and when.",
    ]


def test_risky_words_are_nowhere_in_our_own_text() -> None:
    since = replace(LIST_SCHOOLS, in_account_since=date(2026, 12, 1))
    plan = Plan(goals=(GOAL,), actions=(since, READING, PROMISE))
    for outcome in OutcomeKind:
        text = " ".join(strings_of(build(replace(source(plan=plan), outcome=outcome, second_opinion=True)))).casefold()
        for risky in (
            "required",
            "claimant commitment",
            "working copy",
            "disagree",
            "cooling",
            "closed",
            "sanction",
            "£",
        ):
            assert risky not in text
        for marker in ("back", "depression", "craving", "alcohol", "court"):
            assert f" {marker}" not in text


def test_a_half_written_if_then_is_left_out() -> None:
    half = replace(LIST_SCHOOLS, if_then=(IfThen("it rains", ""), IfThen("", "I stay")))
    (action,) = section(build(source(plan=Plan(actions=(half,)))), "What I am asked to do").actions
    assert action.if_thens == ()


def test_what_people_write_is_never_a_placeholder_or_markup() -> None:
    odd = replace(LIST_SCHOOLS, text="{0} <b>&amp;</b> {name}", if_then=(IfThen("{when}", "{then} 100%"),))
    strings = strings_of(build(source(plan=Plan(actions=(odd,)))))
    assert "{0} <b>&amp;</b> {name}" in strings
    assert "If {when}, then {then} 100%." in strings


def test_an_if_then_plan_never_outlives_the_privacy_of_its_action() -> None:
    kept = replace(LIST_SCHOOLS, privacy=Privacy.ACCOUNT)
    assert not any("library" in words for words in strings_of(build(source(plan=Plan(actions=(kept,))))))
