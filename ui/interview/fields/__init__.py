"""One widget a kind of question, chosen by a dictionary: data decides what is asked, people decide how it looks.

A new kind is a row here, beside its rules in `coachdesk/interviews/kinds`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from coachdesk.interviews import Kind, Question
from ui.interview.fields.base import Asking, Following
from ui.interview.fields.carried import OutcomesField, PromisesField
from ui.interview.fields.compound import consent, date_range, time_windows
from ui.interview.fields.lists import children, jobs
from ui.interview.fields.meeting import NextMeetingField
from ui.interview.fields.plan import PlanField
from ui.interview.fields.recap import RecapField
from ui.interview.fields.simple import (
    date,
    long_text,
    many_of,
    money,
    number,
    one_of,
    phone,
    scale,
    short_text,
    yes_or_no,
)
from ui.kit import Field

__all__ = ["FIELDS", "Asking", "Following", "OutcomesField", "PlanField"]

FIELDS: Mapping[Kind, Callable[[Question, Asking], Field]] = MappingProxyType(
    {
        Kind.SHORT_TEXT: short_text,
        Kind.LONG_TEXT: long_text,
        Kind.YES_NO: yes_or_no,
        Kind.ONE_OF: one_of,
        Kind.MANY_OF: many_of,
        Kind.NUMBER: number,
        Kind.MONEY: money,
        Kind.DATE: date,
        Kind.DATE_RANGE: date_range,
        Kind.TIME_WINDOWS: time_windows,
        Kind.SCALE: scale,
        Kind.CHILDREN: children,
        Kind.JOBS: jobs,
        Kind.PHONE: phone,
        Kind.CONSENT: consent,
        Kind.TOLD_TO_EVERYONE: many_of,
        Kind.NEXT_MEETING: NextMeetingField,
        Kind.PROMISES: PromisesField,
        Kind.OUTCOMES: OutcomesField,
        Kind.PLAN: PlanField,
        Kind.RECAP: RecapField,
    }
)
