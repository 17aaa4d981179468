"""Answers in and out of their rows, inside the caller's transaction."""

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from coachdesk.interviews import (
    KINDS,
    Answer,
    Definition,
    Question,
    StoredAnswer,
)
from coachdesk.services.context import Context
from coachdesk.storage import find_by
from coachdesk.vault import seal


def read_answers(connection: Connection, definition: Definition, interview_id: str) -> dict[str, Answer]:
    """The answers of an interview by question id; sealed ones without their value."""
    rows = find_by(connection, StoredAnswer, interview_id=interview_id)
    kinds = {question.id: question.kind for question in definition.questions()}
    return {
        row.question_id: Answer(
            value=None if row.value is None else KINDS[kinds[row.question_id]].parse(row.value),
            standing=row.standing,
            note=row.note,
            sealed=row.sealed_value is not None,
        )
        for row in rows
        if row.question_id in kinds
    }


def stored_answer(connection: Connection, interview_id: str, question_id: str) -> StoredAnswer | None:
    """The row of one answer, or None."""
    rows = find_by(connection, StoredAnswer, interview_id=interview_id, question_id=question_id)
    return rows[0] if rows else None


def to_row(context: Context, row: StoredAnswer, question: Question, answer: Answer) -> StoredAnswer:
    """The row with the answer in it: sealed with the public key where the question says so, and the note with it.

    A sealed answer that was not opened stays as it is.
    """
    value = None if answer.value is None else KINDS[question.kind].dump(answer.value)
    row = replace(row, standing=answer.standing)
    if not question.sealed:
        return replace(row, note=answer.note, value=value)
    if answer.value is None and (answer.sealed or not answer.note):
        return row if answer.sealed else replace(row, sealed_value=None)
    return sealed_row(context, row, value, answer.note)


def sealed_row(context: Context, row: StoredAnswer, value: str | None, note: str = "") -> StoredAnswer:
    """The row with a value (canonical JSON) and a note in it, that nobody reads without opening it on purpose."""
    public_key, version = bytes.fromhex(context.info.public_key), row.version + 1
    said = json.dumps([value, note], ensure_ascii=False).encode()
    sealed = seal(public_key, said, row=row.id, question=row.question_id, version=version)
    return replace(row, value=None, note="", sealed_value=sealed, sealed_version=version)


def opened(context: Context, row: StoredAnswer) -> tuple[Any, str]:
    """The value of a sealed answer and the note beside it, opened on purpose by the caller who audits it."""
    if row.sealed_value is None:
        return None, ""
    text = context.open_sealed(row.sealed_value, row=row.id, question=row.question_id, version=row.sealed_version)
    value, note = json.loads(text)
    return None if value is None else json.loads(value), note
