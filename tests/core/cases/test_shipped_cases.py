"""The cases that come with the program: each plays in its interview, and its words keep to what may be said."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from coachdesk.cases import Case, answers_of, load_case
from coachdesk.interviews import Definition, circumstances, load_definition, missing, visible
from coachdesk.paths import resources
from coachdesk.plans import Action, Goal, Implements, Party, Standing
from coachdesk.privacy import Privacy

FILES = sorted(resources("cases").glob("*.toml"))
NAMES = [path.stem for path in FILES]


def definitions() -> list[Definition]:
    paths = (path for path in resources("interviews").glob("*.toml") if path.stem != "released")
    loaded = [load_definition(path.read_text(encoding="utf-8"), name=path.name) for path in paths]
    return [each for each in loaded if isinstance(each, Definition)]


def read(path: Path) -> Case:
    case = load_case(path.read_text(encoding="utf-8"), name=path.name, definitions=definitions())
    assert isinstance(case, Case), case
    return case


def named(name: str) -> Case:
    return read(resources("cases", f"{name}.toml"))


def definition_of(case: Case) -> Definition:
    return next(each for each in definitions() if each.id == case.interview)


def on_paper(case: Case) -> list[str]:
    """The person's words that a document of this case may hold."""
    goals: list[Goal] = [goal for goal in case.goals if goal.privacy is Privacy.PAPER]
    actions: list[Action] = [action for action in case.actions if action.privacy is Privacy.PAPER]
    words = [text for goal in goals for text in (goal.text, goal.why)]
    words += [text for action in actions for text in (action.text, action.reason, action.obstacle, action.if_cannot)]
    plans = [plan for action in actions for plan in action.if_then if plan.privacy is Privacy.PAPER]
    words += [text for plan in plans for text in (plan.when, plan.then)]
    return words + ([case.next_contact.reason] if case.next_contact else [])


def test_all_five_stories_are_told() -> None:
    assert {"amira", "darren", "kezia", "nowak-lena", "nowak-piotr", "callum"} < set(NAMES)
    assert sum(read(path).interview == "work-search-review" for path in FILES) >= 2


@pytest.mark.parametrize(("name", "hours"), [("callum", None), ("ellie", Decimal("0.25"))])
def test_half_an_hour_every_few_weeks_is_not_half_an_hour_a_week(name: str, hours: Decimal | None) -> None:
    """Every two weeks it is a quarter of an hour; every four weeks it would be an eighth, which nobody can read."""
    (meeting,) = (each for each in named(name).actions if each.implements is Implements.INTERVIEW)
    assert meeting.hours == hours


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_answer_is_given_to_a_question_that_is_asked(path: Path) -> None:
    case = read(path)
    definition = definition_of(case)
    asked = {question.id for question in visible(definition, answers_of(case, definition))}
    assert set(case.answers) <= asked


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_nothing_is_missing_before_issue(path: Path) -> None:
    case = read(path)
    definition = definition_of(case)
    assert missing(definition, answers_of(case, definition)) == ()


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_words_that_must_not_be_on_paper_are_kept_from_it(path: Path) -> None:
    case = read(path)
    leaked = [
        (word, text)
        for word in case.not_on_paper
        for text in on_paper(case)
        if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    ]
    assert leaked == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_our_own_promises_come_first_and_at_most_two_things_are_asked(path: Path) -> None:
    case = read(path)
    owners = [action.owner for action in case.actions]
    ours = owners.count(Party.COACH)
    assert owners[:ours] == [Party.COACH] * ours
    assert sum(action.standing is Standing.REQUIRED for action in case.actions) <= 2
    assert case.next_contact is not None, "Nobody goes home without knowing what comes next."


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_what_happened_belongs_to_the_case_before(path: Path) -> None:
    case = read(path)
    if case.previous:
        before = named(case.previous)
        assert before.person.full_name == case.person.full_name
        assert before.on < case.on
        assert {each.action for each in case.happened} <= {action.text for action in before.actions}


def test_nothing_can_be_given_to_kezia_and_nothing_is_asked_of_her() -> None:
    case = named("kezia")
    assert not case.document
    assert case.person.safe_address
    assert on_paper(case) == [case.next_contact.reason if case.next_contact else ""]
    assert all(action.standing is Standing.VOLUNTARY for action in case.actions)
    follows = {each.kind: each.sensitive for each in circumstances(definition_of(case), case.answers)}
    assert follows["domestic_abuse"], "What follows from a sealed answer carries its mark."


@pytest.mark.parametrize(("name", "words"), [("darren", {"back", "depression"}), ("callum", {"craving", "alcohol"})])
def test_marker_words_stand_in_the_case_and_off_its_paper(name: str, words: set[str]) -> None:
    assert words <= set(named(name).not_on_paper)


def test_lena_is_asked_for_nothing_and_piotr_for_what_fits_28_hours() -> None:
    lena, piotr = named("nowak-lena"), named("nowak-piotr")
    assert all(action.standing is Standing.VOLUNTARY for action in lena.actions)
    assert piotr.answers["hours_decided"].value == "28"
    assert lena.on != piotr.on, "Each of a couple has a meeting of their own."


def test_the_case_in_the_documentation_is_a_true_one() -> None:
    page = (resources().parent / "docs" / "written-cases.md").read_text(encoding="utf-8")
    written = page.split("```toml\n")[1].split("```")[0]
    assert isinstance(load_case(written, name="written-cases.md", definitions=definitions()), Case)
