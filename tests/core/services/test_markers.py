"""Unique markers in every place that is not for paper, and then every byte stream of what was issued is searched."""

from collections.abc import Iterator
from typing import Any

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import Format
from coachdesk.i18n import Language
from coachdesk.interviews import Kind
from coachdesk.plans import IfThen, Party
from coachdesk.privacy import Privacy
from coachdesk.rehearsal.words import found_in
from tests.core.services.talking import Talk, begin

ON_PAPER = {"goal.text", "person.preferred_name"}
"""Records whose words do stand on paper: the goal, and the name that somebody wants to go by."""

PLANTED = tuple(f"zqx{number:03}marker" for number in range(200))


def holding(kind: Kind, marker: str) -> Any:
    """A value of a kind that takes a person's words, with the marker as those; None for other kinds."""
    if kind is Kind.SCALE:
        return {"number": 7, "words": marker}
    if kind is Kind.TIME_WINDOWS:
        return {"presets": [], "words": marker}
    if kind is Kind.JOBS:
        return [{"what": marker, "when": marker, "proud": marker}]
    if kind is Kind.CONSENT:
        return {"answer": "yes", "what": marker}
    return marker if kind in {Kind.SHORT_TEXT, Kind.LONG_TEXT, Kind.PHONE} else None


def plant(talk: Talk, markers: Iterator[str]) -> None:
    """Type a marker into every question that takes words and does not print them, and a note beside every answer."""
    talk.say("health_changes", "yes")
    talk.say("cares_for", "yes")
    talk.say("children", [{"age": "4", "born": ""}])
    for question in talk.opened.services.interviews.open(talk.interview.id).definition.questions():
        words = None if question.record in ON_PAPER else holding(question.kind, next(markers))
        if words is not None:
            talk.say(question.id, words, note=next(markers))
        elif question.id in talk.answers:
            talk.say(question.id, talk.answers[question.id].value, note=next(markers))


@pytest.mark.parametrize("language", Language)
def test_nothing_that_is_not_for_paper_is_in_any_byte_of_what_is_issued(opened: Opened, language: Language) -> None:
    markers = iter(PLANTED)
    talk = begin(opened, phone="07700 900123", contact_note=next(markers))
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["custody"], note=next(markers))
    plant(talk, markers)
    talk.say("goal", "Work in a school")
    for privacy in (Privacy.ACCOUNT, Privacy.BETWEEN_US):
        talk.goal(next(markers), why=next(markers), why_not_lower=next(markers), privacy=privacy)
        for owner in Party:
            talk.act(
                next(markers),
                owner=owner,
                owner_name=next(markers),
                privacy=privacy,
                reason=next(markers),
                obstacle=next(markers),
                if_cannot=next(markers),
                if_then=(IfThen(next(markers), next(markers)),),
            )
    talk.act(
        "Ring the school",
        reason="Because you told us what you want",
        if_cannot=next(markers),
        if_then=(IfThen(next(markers), next(markers), Privacy.BETWEEN_US), IfThen("it rains", "I take the bus")),
    )
    talk.say("outcome", "agreed")
    talk.meet_in(7)
    commitments = opened.services.commitments
    issued = commitments.issue(commitments.prepare(talk.interview.id, language))
    used = PLANTED[: len(PLANTED) - len(tuple(markers))]
    assert len(used) > 60
    for kind in Format:
        content = commitments.content(issued.id, kind)
        assert found_in(content, ["Ring the school", "I take the bus"]) == ("Ring the school", "I take the bus")
        assert found_in(content, [*used, "07700 900123", "Prison", "custody"]) == ()


def test_the_markers_would_be_found_where_they_are_on_paper(opened: Opened) -> None:
    talk = begin(opened)
    talk.act("Ring the zqx001marker school", reason="zqx002marker")
    talk.meet_in(7)
    commitments = opened.services.commitments
    issued = commitments.issue(commitments.prepare(talk.interview.id, Language.ENGLISH))
    for kind in Format:
        content = commitments.content(issued.id, kind)
        assert found_in(content, PLANTED[:3]) == ("zqx001marker", "zqx002marker")
