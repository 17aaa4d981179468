"""Short text, long text and phone number: words as they were said."""

import re
from datetime import date

from coachdesk.i18n import N_
from coachdesk.interviews.definition import Question
from coachdesk.interviews.kinds.base import (
    AnswerProblem,
    KindRules,
    Translate,
    is_text,
    no_problems,
    no_words,
    words,
)


def _show(question: Question, value: object, translate: Translate) -> str:
    del question, translate
    return words(value).strip()


_PHONE = re.compile(r"\+?[0-9 ()./-]+(?: ?(?:x|ext\.?) ?[0-9]+)?", re.IGNORECASE)


def _check_phone(question: Question, value: object, *, today: date | None = None) -> tuple[AnswerProblem, ...]:
    del question, today
    number = words(value).strip()
    digits = sum(letter.isdigit() for letter in number)
    if not number or (_PHONE.fullmatch(number) and 3 <= digits <= 20):
        return ()
    return (AnswerProblem("answer.phone-unlikely", N_("This does not look like a phone number.")),)


TEXT = KindRules(fits=is_text, show=_show, blank=no_words, check=no_problems)
PHONE = KindRules(fits=is_text, show=_show, blank=no_words, check=_check_phone)
