"""Lists: the children of a home, and the jobs of a life."""

from coachdesk.i18n import _
from coachdesk.interviews import Question
from ui import kit
from ui.interview.fields.base import Asking, words


def children(question: Question, asking: Asking) -> kit.Field:
    """Ages, or dates of birth where an age is not enough. No names."""
    columns = (kit.Column("age", _age), kit.Column("born", _born))
    return kit.ListEditor(
        words(question, asking),
        columns,
        row_name=_("Child {n}"),
        add=_("Add a child"),
        most=question.most,
        hint=question.hint,
        why=question.why,
    )


def jobs(question: Question, asking: Asking) -> kit.Field:
    """What, when, and what they are proud of."""
    columns = (kit.Column("what", _what), kit.Column("when", _when), kit.Column("proud", _proud))
    return kit.ListEditor(
        words(question, asking),
        columns,
        row_name=_("Job {n}"),
        add=_("Add a job"),
        most=question.most,
        flat=False,
        hint=question.hint,
        why=question.why,
    )


def _age() -> kit.Field:
    return kit.NumberField(_("Age"), unit=_("years"), characters=3)


def _born() -> kit.Field:
    return kit.DateField(_("Or date of birth"))


def _what() -> kit.Field:
    return kit.TextLine(_("What did you do?"))


def _when() -> kit.Field:
    return kit.TextLine(_("When was that?"))


def _proud() -> kit.Field:
    return kit.TextLine(_("What are you proud of in it?"))
