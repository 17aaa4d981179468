"""The differences of a pack in words, for the review side by side."""

from collections.abc import Mapping

from coachdesk.handover import Body, Difference
from coachdesk.handover.words import field_words, record_words, side_words
from coachdesk.services.context import Context
from coachdesk.services.handover_taking import Sides
from coachdesk.services.handover_views import Line


def lines_of(context: Context, sides: Sides, names: Mapping[str, str]) -> tuple[Line, ...]:
    """Every difference of one person; `names` by coach id."""
    return tuple(_line(context, sides, each, names) for each in sides.differences)


def _line(context: Context, sides: Sides, each: Difference, names: Mapping[str, str]) -> Line:
    body = each.theirs if each.theirs is not None else each.ours
    assert body is not None, "a difference has a side"
    return Line(
        key=each.key,
        person_id=each.person_id,
        name=sides.person.full_name,
        outcome=each.outcome,
        asked=each.asked,
        what=_record(context, sides, each, body),
        field=field_words(each.fields),
        ours=side_words(each.ours, each.fields),
        theirs=side_words(each.theirs, each.fields),
        ours_by=_author(each.ours, names),
        theirs_by=_author(each.theirs, names),
    )


def _record(context: Context, sides: Sides, each: Difference, body: Body) -> str:
    if each.table == "answers":
        return _question(context, sides, body)
    return record_words(each.table, body)


def _question(context: Context, sides: Sides, body: Body) -> str:
    """An answer is known by its question, as the interview asks it; a sealed one is not named."""
    interview = sides.parcel.rows.get("interviews", {}).get(body["interview_id"])
    for definition in context.content.definitions:
        if interview is not None and definition.id == interview["definition_id"]:
            for question in definition.questions():
                if question.id == body["question_id"] and not question.sealed:
                    return question.label
    return record_words("answers", body)


def _author(body: Body | None, names: Mapping[str, str]) -> str:
    return "" if body is None else names.get(str(body["author"]), "")
