"""Time windows: presets that one key chooses, and a sentence; never a grid of 168 cells."""

from collections.abc import Mapping
from datetime import date

from coachdesk.i18n import N_
from coachdesk.interviews.definition import Question
from coachdesk.interviews.kinds.base import (
    AnswerProblem,
    KindRules,
    Translate,
    has_shape,
    ids,
    is_text,
    no_words,
    part,
    words,
)

PRESETS: Mapping[str, str] = {
    "any_time": N_("Any time"),
    "school_hours": N_("School hours"),
    "term_time": N_("Term time only"),
    "mornings": N_("Mornings"),
    "afternoons": N_("Afternoons"),
    "evenings": N_("Evenings"),
    "nights": N_("Nights"),
    "weekdays": N_("Monday to Friday"),
    "weekends": N_("Weekends"),
    "not_mornings": N_("Not mornings"),
    "not_evenings": N_("Not evenings"),
    "not_nights": N_("Not nights"),
    "not_weekends": N_("Not weekends"),
}
"""Every preset that a definition may offer, and how it is said."""

_CLASHES = (
    ("mornings", "not_mornings"),
    ("evenings", "not_evenings"),
    ("nights", "not_nights"),
    ("weekends", "not_weekends"),
)
_CLASH = AnswerProblem("answer.times-clash", N_("Two of these times do not fit together."))


def _is_windows(value: object) -> bool:
    def presets(inner: object) -> bool:
        return isinstance(inner, list) and len(ids(inner)) == len(inner)

    return has_shape(value, presets=presets, words=is_text)


def _show(question: Question, value: object, translate: Translate) -> str:
    del question
    said = [translate(PRESETS.get(one, one)) for one in ids(part(value, "presets"))]
    sentence = words(part(value, "words")).strip()
    return "; ".join([*said, sentence] if sentence else said)


def _check(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del question, today
    picked = ids(part(value, "presets"))
    return (_CLASH,) if any(one in picked and other in picked for one, other in _CLASHES) else ()


TIME_WINDOWS = KindRules(
    fits=_is_windows,
    show=_show,
    blank=lambda value: not ids(part(value, "presets")) and no_words(part(value, "words")),
    check=_check,
)
