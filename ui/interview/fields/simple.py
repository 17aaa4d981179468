"""The kinds that one widget of the kit asks for."""

from coachdesk.i18n import _
from coachdesk.interviews import Question
from ui import kit
from ui.interview.fields.base import Asking, options, words

NUMBER_LENGTH, PHONE_LENGTH = 7, 18
COACHS_REASON = "claimant.decisions.expected_hours.reason"
"""The fact that the coach's own words feed: with one key, and in no voice but theirs."""


def short_text(question: Question, asking: Asking) -> kit.Field:
    """One line, in the person's words, or in the coach's where it is for the coach to say why."""
    if question.fact == COACHS_REASON:
        offered = _("Reasons on offer")
        return kit.SuggestedLine(words(question, asking), offered=offered, hint=question.hint, why=question.why)
    field = kit.TextLine(words(question, asking), hint=question.hint, why=question.why)
    kit.set_state(field.line, "voice", "person")
    return field


def long_text(question: Question, asking: Asking) -> kit.Field:
    """As many lines as it takes, in the person's words."""
    field = kit.TextArea(words(question, asking), hint=question.hint, why=question.why, least=2)
    kit.set_state(field.area, "voice", "person")
    return field


def yes_or_no(question: Question, asking: Asking) -> kit.Field:
    """Yes or no."""
    return kit.yes_no(words(question, asking), hint=question.hint, why=question.why)


def one_of(question: Question, asking: Asking) -> kit.Field:
    """One of a list."""
    return kit.ChoiceGroup(words(question, asking), options(question.choices), hint=question.hint, why=question.why)


def many_of(question: Question, asking: Asking) -> kit.Field:
    """Any of a list."""
    return kit.CheckGroup(words(question, asking), options(question.choices), hint=question.hint, why=question.why)


def number(question: Question, asking: Asking) -> kit.Field:
    """A number with its unit."""
    return kit.NumberField(
        words(question, asking), unit=question.unit, hint=question.hint, why=question.why, characters=NUMBER_LENGTH
    )


def money(question: Question, asking: Asking) -> kit.Field:
    """An amount in pounds; for how long it is counts as part of the question."""
    asked = words(question, asking)
    asked = f"{asked} ({question.unit})" if question.unit else asked
    return kit.NumberField(asked, unit="£", before=True, hint=question.hint, why=question.why, characters=NUMBER_LENGTH)


def date(question: Question, asking: Asking) -> kit.Field:
    """A day."""
    return kit.DateField(words(question, asking), hint=question.hint, why=question.why)


def scale(question: Question, asking: Asking) -> kit.Field:
    """0 to 10, and the words behind the number."""
    return kit.Scale(
        words(question, asking),
        ends=question.scale_ends,
        follow_up=question.follow_up,
        hint=question.hint,
        why=question.why,
    )


def phone(question: Question, asking: Asking) -> kit.Field:
    """A phone number, as it is said."""
    return kit.TextLine(words(question, asking), hint=question.hint, why=question.why, characters=PHONE_LENGTH)
