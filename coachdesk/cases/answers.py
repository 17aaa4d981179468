"""The answers of a written case: as its author writes them, checked against the definition, completed by its tables."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from coachdesk.interviews.definition import Definition, Question
from coachdesk.interviews.interview import Answer, Standing
from coachdesk.interviews.kinds import KINDS

_PARTS = {"value", "standing", "note"}
_NOT_GIVEN = {Standing.NOT_DISCUSSED.value, Standing.PREFER_NOT_TO_SAY.value}


def read_answers(table: Mapping[str, object]) -> dict[str, Answer]:
    """The answers of a table by question id.

    An answer is its value, or a table with `value` and a private `note`, or one with the `standing` alone. Dates and
    times may be written as TOML writes them.
    """
    return {question_id: _answer(each) for question_id, each in table.items()}


def _answer(written: object) -> Answer:
    if isinstance(written, dict) and written and written.keys() <= _PARTS:
        note = written.get("note", "")
        standing = written.get("standing")
        if isinstance(note, str) and standing in _NOT_GIVEN and "value" not in written:
            return Answer(standing=Standing(standing), note=note)
        if isinstance(note, str) and standing is None and "value" in written:
            return Answer(value=json_of(written["value"]), note=note)
    return Answer(value=json_of(written))


def json_of(value: object) -> Any:
    """The JSON value of what TOML gave: a date as ISO text, a time as hours and minutes."""
    if isinstance(value, Mapping):
        return {key: json_of(each) for key, each in value.items()}
    if isinstance(value, list):
        return [json_of(each) for each in value]
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date | datetime) else value


def answer_mistakes(
    definition: Definition, answers: Mapping[str, Answer], today: date
) -> Iterator[tuple[str, str, str]]:
    """Every answer that the definition cannot take, as question id, code and sentence."""
    questions = {question.id: question for question in definition.questions()}
    for question_id, answer in answers.items():
        if question_id not in questions:
            yield question_id, "case.unknown-question", "The interview has no question of this id."
        elif answer.standing is Standing.GIVEN:
            for code, text in _mistakes(questions[question_id], answer.value, today):
                yield question_id, code, text


def _mistakes(question: Question, value: object, today: date) -> Iterator[tuple[str, str]]:
    rules = KINDS[question.kind]
    if not rules.has_value:
        yield "case.no-value", "This question keeps no answer of its own: write goals, actions or happened instead."
    elif not rules.fits(value):
        yield "case.wrong-shape", f"An answer of the kind {question.kind} has another shape: see docs/definitions.md."
    else:
        for problem in rules.check(question, value, today=today):
            yield problem.code, problem.text
