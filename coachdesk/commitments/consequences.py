"""What may follow where something asked is not done: only for what stands in the account, once for each kind.

Always in this order (interviews.md 3): what to do if it cannot be done; good reason; who decides; what may happen; that
it can be looked at again; hardship payment. No amount and no number of days: nobody has confirmed a table of them.
"""

from collections.abc import Iterable

from coachdesk.commitments.document import Words
from coachdesk.commitments.source import Gettext
from coachdesk.plans.plan import Action, Implements
from coachdesk.privacy import ours


def consequences(asked: Iterable[Action], gettext: Gettext) -> tuple[Words, ...]:
    """One paragraph for each kind of requirement among the actions that stand in the account."""
    return tuple(ours(_paragraph(kind, gettext)) for kind in kinds_in_account(asked))


def kinds_in_account(asked: Iterable[Action]) -> tuple[Implements, ...]:
    """The kinds of requirement among the actions that stand in the account, each once, in the order of the Act."""
    kinds = {action.implements for action in asked if action.in_account_since is not None}
    return tuple(kind for kind in Implements if kind in kinds)


def _paragraph(kind: Implements, gettext: Gettext) -> str:
    first = {
        Implements.SEARCH: gettext("If you cannot do what is asked about looking for work, tell us first."),
        Implements.PREPARATION: gettext("If you cannot do what is asked about getting ready for work, tell us first."),
        Implements.AVAILABILITY: gettext(
            "If you cannot start work or go to an interview when it is asked, tell us first."
        ),
        Implements.INTERVIEW: gettext("If you cannot come to a meeting, or take part in it, tell us first."),
    }[kind]
    return " ".join(
        (
            first,
            gettext("A good reason counts, such as illness, another appointment, or an emergency at home."),
            gettext("A decision maker decides about your payment, not your work coach."),
            gettext("Without a good reason your payment may be reduced for a time."),
            gettext("You can ask for that decision to be looked at again."),
            gettext("You can ask for a hardship payment if you cannot pay for what you need."),
        )
    )
