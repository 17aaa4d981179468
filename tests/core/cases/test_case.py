from datetime import date, time
from decimal import Decimal

import pytest

from coachdesk.cases import answers_of
from coachdesk.i18n import Language
from coachdesk.interviews import Channel, Definition, Standing, load_definition
from coachdesk.paths import resources
from coachdesk.people import Need
from coachdesk.plans import Implements, Party, Rhythm
from coachdesk.privacy import Privacy
from tests.core.cases.written import WRITTEN, case_of, mistakes


@pytest.fixture(name="first", scope="module")
def first_commitments() -> Definition:
    path = resources("interviews", "first-commitments.toml")
    definition = load_definition(path.read_text(encoding="utf-8"), name=path.name)
    assert isinstance(definition, Definition)
    return definition


def test_a_case_says_who_when_what_and_how_it_ended(first: Definition) -> None:
    case = case_of(WRITTEN, first)
    assert (case.title, case.channel, case.language) == (
        "Amira: term-time work",
        Channel.FACE_TO_FACE,
        Language.ENGLISH,
    )
    assert case.on.isoformat() == "2026-12-01T10:30:00"
    assert case.person.full_name == "Amira Khalil"
    assert case.person.date_of_birth == date(1995, 3, 2)
    assert case.person.needs == (Need.COLOURED_PAPER,)
    (action,) = case.actions
    assert (action.owner, action.implements, action.hours) == (Party.CLAIMANT, Implements.SEARCH, Decimal("1.0"))
    assert action.if_then[0].then == "I will open the list at the library and check four schools"
    assert action.if_then[0].privacy is Privacy.PAPER
    assert case.next_contact is not None
    assert case.next_contact.at == time(10, 30)
    assert case.document


def test_what_its_tables_say_answers_the_questions_that_record_it(first: Definition) -> None:
    answers = answers_of(case_of(WRITTEN, first), first)
    assert answers["goal"].value == "Be a teaching assistant in the town's schools by next September"
    assert answers["goal_confidence"].value == {"number": 5, "words": "I know the schools"}
    assert answers["outcome"].value == "agreed"
    assert answers["second_opinion"].value == "no"
    assert answers["next_meeting"].value == {
        "on": "2026-12-16",
        "at": "10:30",
        "channel": "face_to_face",
        "reason": "After drop-off",
    }
    assert "goal_importance" not in answers
    assert "think_until" not in answers


def test_an_answer_of_its_own_wins_over_the_tables(first: Definition) -> None:
    case = case_of(WRITTEN.replace("[[goals]]", 'goal = "Something else"\n[[goals]]', 1), first)
    assert answers_of(case, first)["goal"].value == "Something else"


def test_an_answer_may_carry_a_private_note_or_stand_without_a_value(first: Definition) -> None:
    written = WRITTEN.replace(
        "[[goals]]",
        'hours = { value = "20", note = "Term time" }\ncan_do = { standing = "prefer_not_to_say" }\n[[goals]]',
        1,
    )
    answers = case_of(written, first).answers
    assert (answers["hours"].value, answers["hours"].note) == ("20", "Term time")
    assert (answers["can_do"].value, answers["can_do"].standing) == (None, Standing.PREFER_NOT_TO_SAY)


def test_dates_and_times_are_written_as_toml_writes_them(first: Definition) -> None:
    written = WRITTEN.replace(
        "[[goals]]",
        "fit_note_dates = { from = 2026-10-26, until = 2026-12-06 }\nhours_review = 2027-03-01\n[[goals]]",
        1,
    )
    answers = case_of(written, first).answers
    assert answers["fit_note_dates"].value == {"from": "2026-10-26", "until": "2026-12-06"}
    assert answers["hours_review"].value == "2027-03-01"


def test_every_mistake_is_listed_with_its_place() -> None:
    text = (
        WRITTEN.replace('channel = "face_to_face"\non', 'channel = "pigeon"\non')
        .replace("date_of_birth = 1995-03-02", 'date_of_birth = "2 March 1995"\nmiddle_name = "M"')
        .replace('family_name = "Khalil"\n', "")
        .replace("hours = 1.0", "hours = true")
        .replace('needs = ["coloured_paper"]', 'needs = ["coloured_paper", "a_pony"]')
        .replace('privacy = "paper"', 'privacy = "everybody"')
        .replace('because = ["school_run"]', 'because = "school_run"')
        .replace("second_opinion = false", 'second_opinion = "no"')
    )
    assert mistakes(text) == {
        ("channel", "case.unknown-value"),
        ("person / middle_name", "case.unknown-field"),
        ("person / family_name", "case.missing-field"),
        ("person / date_of_birth", "case.wrong-type"),
        ("person / needs 2", "case.unknown-value"),
        ("actions 1 / hours", "case.wrong-type"),
        ("actions 1 / privacy", "case.unknown-value"),
        ("actions 1 / because", "case.not-a-list"),
        ("outcome / second_opinion", "case.wrong-type"),
    }


def test_what_the_program_gives_itself_is_not_typed() -> None:
    text = WRITTEN.replace('given_name = "Amira"', 'given_name = "Amira"\nid = "1"\nauthor = "me"')
    assert mistakes(text) == {("person / id", "case.unknown-field"), ("person / author", "case.unknown-field")}


def test_a_file_that_is_not_toml_is_refused_with_its_line() -> None:
    assert mistakes('title = "Amira"\nlanguage = en') == {("line 2", "case.not-toml")}


def test_an_empty_file_says_what_is_needed() -> None:
    assert mistakes("") == {(name, "case.missing-field") for name in ("title", "interview", "channel", "on", "person")}


def test_a_time_with_a_zone_is_no_wall_time() -> None:
    assert mistakes(WRITTEN.replace("T10:30:00", "T10:30:00Z")) == {("on", "case.wrong-type")}


def test_an_action_needs_a_date_or_a_rhythm_and_is_asked_of_the_person_only() -> None:
    assert mistakes(WRITTEN.replace("by = 2026-12-04\n", "")) == {("actions 1 / by", "action.no-date")}
    asked_of_us = WRITTEN.replace('owner = "claimant"', 'owner = "coach"')
    assert mistakes(asked_of_us) == {("actions 1 / standing", "action.required-owner")}


def test_a_rhythm_stands_for_a_date() -> None:
    case = case_of(WRITTEN.replace("by = 2026-12-04", 'every = "week"'))
    assert case.actions[0].every is Rhythm.WEEK
    assert case.actions[0].by is None


def test_what_happened_since_needs_a_case_before() -> None:
    text = WRITTEN + '[[happened]]\naction = "List"\nhappened = "done"\n'
    assert mistakes(text) == {("happened", "case.no-previous")}


def test_a_next_contact_before_the_meeting_is_refused() -> None:
    assert mistakes(WRITTEN.replace("on = 2026-12-16", "on = 2026-11-30")) == {("next_contact / on", "case.past-date")}


def test_an_unknown_format_is_refused() -> None:
    assert mistakes(WRITTEN.replace('"pdf-large"', '"scroll"')) == {("formats", "case.unknown-format")}


def test_answers_fit_the_interview(first: Definition) -> None:
    text = WRITTEN.replace(
        "[[goals]]",
        'shoe_size = "7"\nhours = 20\ncard = ["nothing", "illness"]\nplan = "x"\nwho_is_here = "parrot"\n[[goals]]',
        1,
    )
    assert mistakes(text, first) == {
        ("answers / shoe_size", "case.unknown-question"),
        ("answers / hours", "case.wrong-shape"),
        ("answers / card", "answer.alone-with-others"),
        ("answers / plan", "case.no-value"),
        ("answers / who_is_here", "answer.unknown-choice"),
    }


def test_a_secret_is_no_reason(first: Definition) -> None:
    text = WRITTEN.replace('because = ["school_run"]', 'because = ["card_private", "fit_note", "moon"]')
    assert mistakes(text, first) == {
        ("actions 1 / because", "case.hidden-reason"),
        ("actions 1 / because", "case.unknown-question"),
    }


def test_an_interview_that_is_not_there_is_named(first: Definition) -> None:
    assert mistakes(WRITTEN.replace("first-commitments", "last-rites"), first) == {
        ("interview", "case.unknown-interview")
    }


@pytest.mark.parametrize(
    "text",
    [
        "person = 3",
        "person = []",
        "answers = 1",
        "goals = {}",
        "goals = [1]",
        "actions = 'x'",
        "outcome = []",
        "on = 9",
    ],
)
def test_no_text_makes_a_traceback(text: str) -> None:
    assert mistakes(text)
