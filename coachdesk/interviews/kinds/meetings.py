"""The next meeting: day, time, channel, and the reason for the interval."""

import re
from collections.abc import Mapping
from datetime import date, time

from coachdesk.i18n import N_, clock_time
from coachdesk.interviews.definition import Channel, Question
from coachdesk.interviews.kinds.base import (
    AnswerProblem,
    KindRules,
    Translate,
    has_shape,
    is_text,
    no_words,
    part,
    words,
)
from coachdesk.interviews.kinds.dates import as_date, date_problems, is_dateval, no_date, show_date

CHANNELS: Mapping[Channel, str] = {
    Channel.FACE_TO_FACE: N_("face to face"),
    Channel.PHONE: N_("by phone"),
    Channel.VIDEO: N_("by video"),
    Channel.HOME_VISIT: N_("at home"),
}
"""How a channel is said after a day and a time."""

_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}")
_IMPOSSIBLE_TIME = AnswerProblem("answer.impossible-time", N_("There is no such time. Write it like 10:30."))
_PAST = AnswerProblem("answer.past-date", N_("This day is over."))


def as_time(value: object) -> time | None:
    """The wall time that was typed as hours and minutes, or None."""
    typed = words(value).strip()
    if not _TIME.fullmatch(typed):
        return None
    try:
        return time.fromisoformat(typed.zfill(5))
    except ValueError:
        return None


def _is_channel(value: object) -> bool:
    return isinstance(value, str) and value in {"", *Channel}


def _is_meeting(value: object) -> bool:
    def on(inner: object) -> bool:
        return inner == "" or is_dateval(inner)

    return has_shape(value, on=on, at=is_text, channel=_is_channel, reason=is_text)


def _show(question: Question, value: object, translate: Translate) -> str:
    del question
    at, channel = as_time(part(value, "at")), words(part(value, "channel"))
    said = [
        show_date(part(value, "on"), translate),
        clock_time(at) if at is not None else words(part(value, "at")).strip(),
        translate(CHANNELS[Channel(channel)]) if channel in {*Channel} else "",
        words(part(value, "reason")).strip(),
    ]
    return ", ".join(text for text in said if text)


def _check(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del question
    on = as_date(part(value, "on"))
    problems = list(date_problems(part(value, "on")))
    if on is not None and today is not None and on < today:
        problems.append(_PAST)
    if not no_words(part(value, "at")) and as_time(part(value, "at")) is None:
        problems.append(_IMPOSSIBLE_TIME)
    return tuple(problems)


def _blank(value: object) -> bool:
    return no_date(part(value, "on")) and all(no_words(part(value, key)) for key in ("at", "channel", "reason"))


NEXT_MEETING = KindRules(fits=_is_meeting, show=_show, blank=_blank, check=_check)
