"""Issuing and answering, for tests: over a real vault, on days that are set by hand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, Format, OutcomeKind, State
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Answer
from coachdesk.plans import Party
from coachdesk.services import Outgoing, Services
from tests.core.services.talking import Talk, begin


class Watch:
    """A clock that is set by hand: Tuesday 1 December 2026, half past ten."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def go_on(self, days: int) -> None:
        self.moment += timedelta(days=days)


def unanswered(opened: Opened) -> Talk:
    """A conversation that may end with a document, in which nobody asked yet what they say to it."""
    talk = begin(opened)
    talk.say("who_is_here", "alone")
    talk.ask("List twelve schools", reason="Because you told us what you want")
    talk.act("Ring the course office", owner=Party.COACH)
    talk.meet_in(14)
    return talk


def unsay(talk: Talk, question_id: str) -> None:
    """Take an answer back."""
    talk.answers[question_id] = Answer()
    talk.opened.services.interviews.save_answer(talk.interview, talk.answers, question_id, visit=f"un-{question_id}")


def issue(talk: Talk, *, compared: bool = False) -> Commitment:
    commitments = talk.opened.services.commitments
    return commitments.issue(commitments.prepare(talk.interview.id, Language.ENGLISH, compared=compared))


def let_out(services: Services, going: Outgoing) -> bytes:
    """It leaves and arrives, as on a printer that works; what has left."""
    services.handing.may_leave(going)
    services.handing.left(going)
    return going.content


def text_of(opened: Opened, commitment: Commitment) -> str:
    return opened.services.commitments.content(commitment.id, Format.TEXT).decode()


def reply(opened: Opened, commitment: Commitment, outcome: OutcomeKind, **more: Any) -> State:
    """Record an answer; the state after it."""
    outcomes = opened.services.outcomes
    return outcomes.record(replace(outcomes.draft(commitment.id), outcome=outcome, **more)).state


def refusal(opened: Opened, commitment: Commitment, outcome: OutcomeKind, **more: Any) -> str:
    """The code with which an answer is refused."""
    with pytest.raises(AppError) as refused:
        reply(opened, commitment, outcome, **more)
    return refused.value.code
