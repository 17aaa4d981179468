"""Lists of rows: the children of a home, and the jobs of a life, paid or not."""

from datetime import date

from coachdesk.i18n import N_
from coachdesk.interviews.definition import Question
from coachdesk.interviews.kinds.base import (
    AnswerProblem,
    KindRules,
    Translate,
    has_shape,
    is_text,
    no_words,
    rows,
    words,
)
from coachdesk.interviews.kinds.dates import as_date, date_problems, is_dateval, no_date, show_date

_TOO_MANY = AnswerProblem("answer.too-many-rows", N_("This is more than the list has room for."))
_NOT_AN_AGE = AnswerProblem("answer.not-an-age", N_("An age is a whole number of years, such as 4."))
_FUTURE_BIRTH = AnswerProblem("answer.future-birth", N_("This date of birth is in the future."))
_DIFFER = AnswerProblem("answer.age-and-birth-differ", N_("The age and the date of birth do not fit together."))


def age_on(born: date, day: date) -> int:
    """Whole years of age on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _too_many(question: Question, value: object) -> list[AnswerProblem]:
    return [_TOO_MANY] if question.most is not None and len(rows(value)) > question.most else []


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and len(rows(value)) == len(value)


def _is_children(value: object) -> bool:
    def born(inner: object) -> bool:
        return inner == "" or is_dateval(inner)

    return _is_rows(value) and all(has_shape(row, age=is_text, born=born) for row in rows(value))


def _no_child(row: dict[str, object]) -> bool:
    return no_words(row.get("age")) and no_date(row.get("born"))


def _show_children(question: Question, value: object, translate: Translate) -> str:
    del question
    said = []
    for row in rows(value):
        age, born = words(row.get("age")).strip(), row.get("born")
        if age:
            said.append(translate(N_("age {age}")).format(age=age))
        elif not no_date(born):
            said.append(translate(N_("born on {date}")).format(date=show_date(born, translate)))
    return "; ".join(said)


def _child_problems(row: dict[str, object], today: date | None) -> list[AnswerProblem]:
    typed, born = words(row.get("age")).strip(), as_date(row.get("born"))
    is_age = typed.isascii() and typed.isdigit() and len(typed) <= 3
    problems = [_NOT_AN_AGE] if typed and not is_age else []
    problems += date_problems(row.get("born"))
    if today is None or born is None:
        return problems
    if born > today:
        problems.append(_FUTURE_BIRTH)
    elif is_age and age_on(born, today) != int(typed):
        problems.append(_DIFFER)
    return problems


def _check_children(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    problems = _too_many(question, value)
    for row in rows(value):
        problems += _child_problems(row, today)
    return tuple(dict.fromkeys(problems))


_JOB = ("what", "when", "proud")


def _is_jobs(value: object) -> bool:
    return _is_rows(value) and all(has_shape(row, what=is_text, when=is_text, proud=is_text) for row in rows(value))


def _no_job(row: dict[str, object]) -> bool:
    return all(no_words(row.get(key)) for key in _JOB)


def _show_jobs(question: Question, value: object, translate: Translate) -> str:
    del question, translate
    said = (", ".join(text for key in _JOB if (text := words(row.get(key)).strip())) for row in rows(value))
    return "; ".join(text for text in said if text)


def _check_jobs(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del today
    return tuple(_too_many(question, value))


CHILDREN = KindRules(
    fits=_is_children,
    show=_show_children,
    blank=lambda value: all(_no_child(row) for row in rows(value)),
    check=_check_children,
)
JOBS = KindRules(
    fits=_is_jobs,
    show=_show_jobs,
    blank=lambda value: all(_no_job(row) for row in rows(value)),
    check=_check_jobs,
)
