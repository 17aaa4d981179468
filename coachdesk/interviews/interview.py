"""One guided conversation and what was said in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from coachdesk.interviews.definition import Channel
from coachdesk.records import Record


class Standing(StrEnum):
    """How a question stands: "not discussed" and "prefer not to say" are answers."""

    GIVEN = "given"
    NOT_DISCUSSED = "not_discussed"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one question.

    Attributes:
        value: canonical JSON value of the question's kind (money and hours as decimal strings, dates ISO 8601);
            None unless given, and None where it is sealed and has not been opened.
        note: the coach's private note; never printed, never searched.
        sealed: there is a sealed value; `value` holds it only while it is being typed or was opened on purpose.
    """

    value: Any = None
    standing: Standing = Standing.GIVEN
    note: str = ""
    sealed: bool = False


Answers = Mapping[str, Answer]
"""Answers by question id. Hidden ones stay in it and are never reported."""


class InterviewState(StrEnum):
    OPEN = "open"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"  # ended kindly, by the coach or by the definition


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """One interview of one person.

    Attributes:
        question_id: where the coach was: a pause, a kill and a lock come back to it.
        elapsed_seconds: time the clock has run; it stands still while paused and while the safety panel is open.
        folded: ids of steps put off to next time.
        must_stop: the ordinary flow ended kindly (why is sealed or sensitive, so it is not said here).
        rules_version: version of the rules that its findings were made by; empty where there were none.
        brought: steps that an earlier talk put off, as `kept.KeptStep.text`: this one offers them first.
        met_before: there was an earlier talk, or something was open in the plan, so it starts from last time.
    """

    person_id: str
    definition_id: str
    definition_version: int
    channel: Channel
    started_at: datetime
    state: InterviewState = InterviewState.OPEN
    step_id: str = ""
    question_id: str = ""
    elapsed_seconds: int = 0
    folded: tuple[str, ...] = ()
    must_stop: bool = False
    appointment_id: str = ""
    ended_at: datetime | None = None
    rules_version: str = ""
    brought: tuple[str, ...] = ()
    met_before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswer(Record):
    """One row an answer (interview, question). `value` is canonical JSON text; `sealed_value` is ciphertext.

    `sealed_version` is the row's version when it was sealed: part of what the ciphertext is bound to.
    """

    interview_id: str
    question_id: str
    standing: Standing = Standing.GIVEN
    value: str | None = None
    sealed_value: bytes | None = None
    sealed_version: int = 0
    note: str = ""
