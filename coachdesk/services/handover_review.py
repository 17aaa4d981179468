"""The differences of a pack in words, for the review side by side."""

import json
from collections.abc import Mapping

from coachdesk.handover import Body, Difference
from coachdesk.handover.tables import NOT_ASKED
from coachdesk.handover.words import field_words, record_words, side_words, value_words
from coachdesk.i18n import _
from coachdesk.interviews import KINDS, Question
from coachdesk.services.context import Context
from coachdesk.services.handover_taking import Sides
from coachdesk.services.handover_views import Line


def lines_of(context: Context, sides: Sides, names: Mapping[str, str]) -> tuple[Line, ...]:
    """Every difference of one person that says something to people; `names` by coach id."""
    told = (each for each in sides.differences if not set(each.fields) & NOT_ASKED.get(each.table, frozenset()))
    lines = (_line(context, sides, each, names) for each in told)
    return tuple(line for line in lines if line.asked or not line.field or {line.ours, line.theirs} != {_("Nothing")})


def _line(context: Context, sides: Sides, each: Difference, names: Mapping[str, str]) -> Line:
    body = each.theirs if each.theirs is not None else each.ours
    assert body is not None, "a difference has a side"
    question = _question(context, sides, body) if each.table == "answers" else None
    return Line(
        key=each.key,
        person_id=each.person_id,
        name=sides.person.full_name,
        outcome=each.outcome,
        asked=each.asked,
        what=record_words(each.table, body) if question is None else question.label,
        field=field_words(each.fields),
        ours=_side(each.ours, each.fields, question),
        theirs=_side(each.theirs, each.fields, question),
        ours_by=_author(each.ours, names),
        theirs_by=_author(each.theirs, names),
    )


def _question(context: Context, sides: Sides, body: Body) -> Question | None:
    """The question of an answer, where it is here and is not sealed: only then it may be named."""
    interview = sides.parcel.rows.get("interviews", {}).get(body["interview_id"])
    for definition in context.content.definitions:
        if interview is not None and definition.id == interview["definition_id"]:
            for question in definition.questions():
                if question.id == body["question_id"] and not (question.sealed or question.sensitive):
                    return question
    return None


def _side(body: Body | None, fields: tuple[str, ...], question: Question | None) -> str:
    if body is None or question is None or fields == ("note",):
        return side_words(body, fields)
    if body["value"] is None:
        return value_words("standing", body["standing"]) or _("Nothing")
    return KINDS[question.kind].show(question, json.loads(body["value"]), _) or _("Recorded")


def _author(body: Body | None, names: Mapping[str, str]) -> str:
    return "" if body is None else names.get(str(body["author"]), "")
