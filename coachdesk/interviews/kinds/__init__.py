"""One module a kind or family of questions: the shape of its value, how it is shown, what does not fit.

Values are JSON. What was typed is always kept, even when it is impossible: `check` names the problem and never takes
anything away. A new kind is a row in `KINDS`, a module here and a widget in `ui/interview/fields`.
"""

from collections.abc import Mapping

from coachdesk.interviews.definition import Kind, Question
from coachdesk.interviews.kinds.base import AnswerProblem, KindRules, Translate, no_problems
from coachdesk.interviews.kinds.choices import CONSENT, MANY_OF, ONE_OF, YES_NO, YES_OR_NO, chosen
from coachdesk.interviews.kinds.dates import DATE, DATE_RANGE, as_date, as_fields
from coachdesk.interviews.kinds.lists import CHILDREN, JOBS
from coachdesk.interviews.kinds.meetings import CHANNELS, NEXT_MEETING, as_time
from coachdesk.interviews.kinds.numbers import MONEY, NUMBER, SCALE, money, number
from coachdesk.interviews.kinds.texts import PHONE, TEXT
from coachdesk.interviews.kinds.times import PRESETS, TIME_WINDOWS


def _show_nothing(question: Question, value: object, translate: Translate) -> str:
    del question, value, translate
    return ""


_NO_VALUE = KindRules(
    fits=lambda value: value is None,
    show=_show_nothing,
    blank=lambda _value: True,
    check=no_problems,
    operators=(),
    has_value=False,
)

KINDS: Mapping[Kind, KindRules] = {
    Kind.SHORT_TEXT: TEXT,
    Kind.LONG_TEXT: TEXT,
    Kind.YES_NO: YES_OR_NO,
    Kind.ONE_OF: ONE_OF,
    Kind.MANY_OF: MANY_OF,
    Kind.NUMBER: NUMBER,
    Kind.MONEY: MONEY,
    Kind.DATE: DATE,
    Kind.DATE_RANGE: DATE_RANGE,
    Kind.TIME_WINDOWS: TIME_WINDOWS,
    Kind.SCALE: SCALE,
    Kind.CHILDREN: CHILDREN,
    Kind.JOBS: JOBS,
    Kind.PHONE: PHONE,
    Kind.CONSENT: CONSENT,
    Kind.TOLD_TO_EVERYONE: MANY_OF,
    Kind.NEXT_MEETING: NEXT_MEETING,
    Kind.PROMISES: _NO_VALUE,
    Kind.OUTCOMES: _NO_VALUE,
    Kind.PLAN: _NO_VALUE,
    Kind.RECAP: _NO_VALUE,
}
"""The rules of every kind."""

__all__ = [
    "CHANNELS",
    "KINDS",
    "PRESETS",
    "YES_NO",
    "AnswerProblem",
    "KindRules",
    "Translate",
    "as_date",
    "as_fields",
    "as_time",
    "chosen",
    "money",
    "number",
]
