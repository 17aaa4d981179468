"""Who wants to may sign; what they signed is what it says, and a changed document does not carry their name on."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachdesk.commitments import (
    Bounds,
    OutcomeKind,
    SectionKind,
    Signer,
    Source,
    build,
    document_of,
    fitted,
    journal_parts,
    may_draw,
    signed_words,
    signers,
    snapshot,
    still_of,
    strings_of,
)
from coachdesk.commitments.strokes import HEIGHT, MOST_POINTS, MOST_STROKES, WIDTH, points_of
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Channel
from tests.core.commitments.amira import AMIRA, PROMISE, source
from tests.core.commitments.signing import drawn, signature, signed, waves

SAFE = replace(AMIRA, safe_address=True)
numbers = st.floats(-5000, 5000, allow_nan=False)


def sentences(made: Source) -> list[str]:
    section = next((each for each in build(made).sections if each.kind is SectionKind.SIGNED), None)
    return [each.sentence.value for each in section.signatures] if section else []


def test_without_a_signature_the_document_does_not_mention_any() -> None:
    said = "\n".join(strings_of(build(source())))
    assert not re.search("signed|signature", said, re.IGNORECASE)


def test_the_paper_says_who_signed_how_and_when_and_that_nobody_has_to() -> None:
    made = signed(signature(strokes=drawn()), signature(Signer.COACH, name="Sam"))
    assert sentences(made) == [
        "Signed on screen by Amira Khalil on Tuesday 1 December 2026.",
        "Signed with a typed name by the work coach, Sam Okafor, on Tuesday 1 December 2026.",
    ]
    words = strings_of(build(made))
    assert "Who signs shows that they have read this plan. Nobody has to sign." in words
    assert "To sign is not to accept the plan formally." in words
    assert "You do not have to sign." in words
    adopted = strings_of(build(replace(made, adopted=True)))
    assert "To sign is not to accept the plan formally." not in adopted


def test_names_are_as_the_document_has_them_and_never_as_they_were_typed() -> None:
    made = signed(signature(name="zqx-marker"), made=source(person=replace(AMIRA, paper_name="Amira Chalil")))
    assert sentences(made) == ["Signed with a typed name by Amira Chalil on Tuesday 1 December 2026."]
    assert "zqx-marker" not in snapshot(made)


def test_a_safe_address_keeps_the_coachs_surname_off_even_where_it_was_drawn() -> None:
    made = signed(signature(Signer.COACH, strokes=drawn()), made=source(person=SAFE))
    assert not may_draw(made, Signer.COACH)
    assert may_draw(made, Signer.PERSON)
    (section,) = [each for each in build(made).sections if each.kind is SectionKind.SIGNED]
    assert [each.strokes for each in section.signatures] == [()]
    assert [line for line in strings_of(build(made)) if "Okafor" in line] == []
    assert sentences(made) == ["Signed on screen by the work coach, Sam, on Tuesday 1 December 2026."]


@pytest.mark.parametrize(
    ("channel", "outcome", "who"),
    [
        (Channel.FACE_TO_FACE, None, (Signer.PERSON, Signer.COACH)),
        (Channel.HOME_VISIT, OutcomeKind.TAKEN_AWAY, (Signer.PERSON, Signer.COACH)),
        (Channel.PHONE, OutcomeKind.AGREED_BY_PHONE, (Signer.COACH,)),
        (Channel.VIDEO, None, (Signer.COACH,)),
        (Channel.FACE_TO_FACE, OutcomeKind.COULD_NOT_DECIDE_TODAY, ()),
        (Channel.FACE_TO_FACE, OutcomeKind.ENDED_WITHOUT, ()),
    ],
)
def test_whoever_is_not_there_or_cannot_decide_is_not_asked_to_sign(
    channel: Channel, outcome: OutcomeKind | None, who: tuple[Signer, ...]
) -> None:
    assert signers(replace(source(), channel=channel, outcome=outcome)) == who


@pytest.mark.parametrize(
    "changed",
    [
        {"outcome": OutcomeKind.AGREED},
        {"bounds": Bounds(travel_minutes=40)},
        {"next_meeting": None},
        {"person": replace(AMIRA, family_name="Haddad")},
        {"plan": replace(source().plan, actions=(replace(PROMISE, text="Ring the school"),))},
        {"met_on": date(2026, 12, 2)},
    ],
)
def test_where_the_document_says_something_else_a_signature_counts_no_more(changed: dict[str, Any]) -> None:
    made = signed(signature(), signature(Signer.COACH))
    assert still_of(made.signatures, made) == made.signatures
    assert still_of(made.signatures, replace(made, **changed)) == ()


def test_number_edition_and_language_change_nothing_of_what_was_signed() -> None:
    made = signed(signature(Signer.COACH), signature())
    issued = replace(made, number="K7M2-15", edition=3, language=Language.WELSH, author="coach-1")
    assert [each.signer for each in still_of(made.signatures, issued)] == [Signer.PERSON, Signer.COACH]
    assert signed_words(issued) == signed_words(made)


def test_every_language_and_the_journal_have_it_and_an_older_snapshot_is_still_read() -> None:
    made = signed(signature(strokes=drawn()))
    text = snapshot(made)
    for language in Language:
        assert document_of(text, language) == build(replace(made, language=language))
    message = journal_parts(build(made))[0].text
    assert "Signatures\n\nWho signs shows" in message
    assert message.count("Signed on screen by Amira Khalil on Tuesday 1 December 2026.") == 1
    before = json.loads(snapshot(source()))
    for document in before["documents"].values():
        for section in document["sections"]:
            del section["signatures"]
    assert document_of(json.dumps(before), Language.ENGLISH) == build(source())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.tuples(numbers, numbers), max_size=60), max_size=6))
def test_what_is_kept_fills_its_box_and_never_leaves_it(strokes: list[list[tuple[float, float]]]) -> None:
    kept = fitted(strokes)
    assert len(kept) == len([stroke for stroke in strokes if stroke])
    points = [point for stroke in kept for point in points_of(stroke)]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)


def test_a_shape_is_kept_as_it_is_and_its_size_does_not_matter() -> None:
    small = fitted([waves(), [(60, 180), (300, 150)]])
    large = fitted([[(x * 3 + 500, y * 3) for x, y in stroke] for stroke in (waves(), [(60, 180), (300, 150)])])
    assert [len(stroke) for stroke in small] == [len(stroke) for stroke in large]
    assert (
        max(abs(a - b) for one, other in zip(small, large, strict=True) for a, b in zip(one, other, strict=True)) <= 1
    )
    assert len(points_of(small[1])) == 2


def test_much_scribbling_is_bounded_and_a_dot_is_a_dot() -> None:
    scribble = [[(x, y + row * 3) for x, y in waves(900)] for row in range(MOST_STROKES + 20)]
    kept = fitted(scribble)
    assert len(kept) == MOST_STROKES
    assert sum(len(points_of(stroke)) for stroke in kept) <= MOST_POINTS
    assert len(json.dumps(kept, separators=(",", ":"))) < 6000
    assert fitted([[(50, 50)]]) == ((0, HEIGHT // 2),)
    assert fitted([[]]) == ()
