"""Whatever is not for paper is planted with a marker, and no string of the document may hold one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coachdesk.commitments import OutcomeKind, build, envelope_lines, snapshot, strings_of
from coachdesk.i18n import Language
from coachdesk.people import Person
from coachdesk.plans import (
    Action,
    ActionState,
    Goal,
    IfThen,
    Implements,
    ObstacleOwner,
    Party,
    Plan,
    Standing,
)
from coachdesk.privacy import Privacy
from tests.core.commitments.amira import MEETING, TODAY, source

MARKER = "zqx-marker"
privacies = st.sampled_from(Privacy)
off_paper = st.sampled_from([Privacy.ACCOUNT, Privacy.BETWEEN_US])
languages = st.sampled_from(Language)
plain = st.sampled_from(["Ring the school", "Cook for a living", "{when} <i>", "ŵ ŷ"])


def words(privacy: Privacy) -> st.SearchStrategy[str]:
    return plain if privacy is Privacy.PAPER else st.just(MARKER)


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    privacy = draw(privacies)
    return Goal(
        id="g",
        person_id="p",
        text=draw(words(privacy)),
        why=MARKER,
        why_not_lower=MARKER,
        importance=draw(st.integers(0, 10)),
        confidence=draw(st.integers(0, 10)),
        words_of=draw(st.sampled_from(Party)),
        language=draw(languages),
        privacy=privacy,
    )


@st.composite
def if_thens(draw: st.DrawFn, action: Privacy) -> IfThen:
    privacy = draw(privacies)
    seen = action if privacy is Privacy.PAPER else privacy
    return IfThen(when=draw(words(seen)), then=draw(words(seen)), privacy=privacy)


@st.composite
def actions(draw: st.DrawFn) -> Action:
    privacy = draw(privacies)
    state = draw(st.sampled_from(ActionState))
    seen = privacy if state is ActionState.OPEN else Privacy.BETWEEN_US
    owner = draw(st.sampled_from(Party))
    return Action(
        id="a",
        person_id="p",
        text=draw(words(seen)),
        owner=owner,
        owner_name=draw(words(seen)) if owner is Party.OTHER else MARKER,
        language=draw(languages),
        standing=draw(st.sampled_from(Standing)),
        implements=draw(st.none() | st.sampled_from(Implements)),
        by=draw(st.none() | st.just(TODAY)),
        in_account_since=draw(st.none() | st.just(TODAY)),
        if_then=tuple(draw(st.lists(if_thens(seen), max_size=2))),
        obstacle=draw(words(seen)),
        obstacle_owner=draw(st.none() | st.sampled_from(ObstacleOwner)),
        reason=draw(words(seen)),
        if_cannot=MARKER,
        let_go_reason=MARKER,
        privacy=privacy,
        state=state,
    )


@given(
    plan=st.builds(
        Plan, goals=st.lists(goals(), max_size=3).map(tuple), actions=st.lists(actions(), max_size=5).map(tuple)
    ),
    language=languages,
    outcome=st.none() | st.sampled_from(OutcomeKind),
    second_opinion=st.booleans(),
)
def test_nothing_that_is_not_for_paper_reaches_the_document(
    plan: Plan, language: Language, outcome: OutcomeKind | None, *, second_opinion: bool
) -> None:
    person = Person(
        id="p",
        given_name="Kezia",
        family_name="",
        contact_note=MARKER,
        phone=MARKER,
        interpreter_language=MARKER,
        safe_address=True,
    )
    made = replace(
        source(plan=plan, person=person, meeting=replace(MEETING, reason=MARKER, place=MARKER)),
        coach_name=f"Sam {MARKER}",
        site=MARKER,
        language=language,
        outcome=outcome,
        second_opinion=second_opinion,
    )
    document = build(made)
    assert [line for line in strings_of(document) if MARKER in line] == []
    assert MARKER not in snapshot(made)
    assert [line for line in envelope_lines(plan) if MARKER in " ".join((line.text, *line.also))] == []


@given(goal=goals())
def test_importance_and_confidence_are_no_part_of_a_document(goal: Goal) -> None:
    scored, unscored = (
        build(source(plan=Plan(goals=(each,))))
        for each in (goal, replace(goal, importance=None, confidence=None, why_not_lower="", why=""))
    )
    assert scored == unscored


@given(privacy=off_paper)
def test_switching_a_line_off_takes_all_of_it_off(privacy: Privacy) -> None:
    action = Action(
        id="a",
        person_id="p",
        text="Go",
        owner=Party.CLAIMANT,
        obstacle=MARKER,
        reason=MARKER,
        if_then=(IfThen(MARKER, MARKER),),
        privacy=privacy,
    )
    assert MARKER not in " ".join(strings_of(build(source(plan=Plan(actions=(action,))))))
