"""A snapshot is enough to say every word again, in every language, years later."""

import json
from dataclasses import replace
from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from coachdesk.commitments import Bounds, Format, OutcomeKind, Source, build, document_of, snapshot
from coachdesk.i18n import Language
from coachdesk.plans import Action, Goal, IfThen, Implements, ObstacleOwner, Party, Plan, Rhythm, Standing
from coachdesk.privacy import Privacy
from tests.core.commitments.amira import AMIRA, GOAL, MEETING, source

WORDS = st.text(max_size=40)
DAYS = st.none() | st.dates(date(2026, 12, 1), date(2027, 12, 1))


@st.composite
def actions(draw: st.DrawFn) -> Action:
    """Any action that the plan can hold."""
    owner = draw(st.sampled_from(Party))
    return Action(
        id=draw(st.uuids()).hex,
        person_id="amira",
        text=draw(WORDS),
        owner=owner,
        owner_name=draw(WORDS),
        language=draw(st.sampled_from(Language)),
        standing=draw(st.sampled_from(Standing)),
        implements=draw(st.none() | st.sampled_from(Implements)),
        by=draw(DAYS),
        every=draw(st.none() | st.sampled_from(Rhythm)),
        hours=draw(st.none() | st.decimals(0, 40, places=1)),
        if_then=(IfThen(draw(WORDS), draw(WORDS), draw(st.sampled_from(Privacy))),),
        obstacle=draw(WORDS),
        obstacle_owner=draw(st.none() | st.sampled_from(ObstacleOwner)),
        reason=draw(WORDS),
        privacy=draw(st.sampled_from(Privacy)),
        in_account_since=draw(DAYS),
    )


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Any document's source."""
    person = replace(AMIRA, given_name=draw(WORDS), safe_address=draw(st.booleans()))
    return replace(
        source(
            plan=Plan(goals=(replace(GOAL, text=draw(WORDS)),), actions=tuple(draw(st.lists(actions(), max_size=4))))
        ),
        person=person,
        language=draw(st.sampled_from(Language)),
        outcome=draw(st.none() | st.sampled_from(OutcomeKind)),
        second_opinion=draw(st.booleans()),
        think_until=draw(DAYS),
        next_meeting=draw(st.sampled_from([None, MEETING, replace(MEETING, at=time(14, 5), place="Room 3")])),
        adopted=draw(st.booleans()),
        bounds=draw(
            st.builds(
                Bounds,
                hours=st.none() | st.decimals(0, 40, places=1),
                travel_minutes=st.none() | st.integers(0, 90),
                start_up_to=st.sampled_from(["", "P0D", "P1W", "P1M", "P10D"]),
                interview_up_to=st.sampled_from(["", "P0D", "PT48H"]),
            )
        ),
    )


@settings(max_examples=60, deadline=None)
@given(sources())
def test_whatever_was_issued_is_read_back_word_for_word_in_every_language(made: Source) -> None:
    text = snapshot(made)
    for language in Language:
        assert document_of(text, language) == build(replace(made, language=language))


def test_a_snapshot_is_the_same_for_the_same_and_names_what_it_was_made_from() -> None:
    text = snapshot(source())
    assert text == snapshot(source())
    content = json.loads(text)
    assert text == json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert content["made_from"]["person"] == {"id": "amira", "version": 3}
    assert [each["id"] for each in content["made_from"]["actions"]] == ["schools", "reading", "promise"]
    assert content["language"] == "en"
    made = json.loads(snapshot(replace(source(), author="coach-1", rules_version="2026-11-01", formats=(Format.PDF,))))
    assert [made["made_from"][name] for name in ("author", "rules", "formats")] == ["coach-1", "2026-11-01", ["pdf"]]
    assert {name: each["title"] for name, each in content["documents"].items()} == {
        "en": "My commitments",
        "cy": "Fy ymrwymiadau",
    }
    assert content["documents"]["en"]["issued_on"] == "2026-12-01"


def test_a_snapshot_holds_no_word_that_is_not_for_paper() -> None:
    secret = Goal(id="g2", person_id="amira", text="a secret", privacy=Privacy.ACCOUNT)
    text = snapshot(source(plan=Plan(goals=(GOAL, secret))))
    assert "a secret" not in text
    assert "g2" not in text
    assert "I know the schools" not in text
