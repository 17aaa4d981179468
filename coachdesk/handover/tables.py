"""What is known of each table where its rows are compared: fields that belong together, what nobody is asked about.

A table that is not named here is compared field by field.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from coachdesk.handover.bodies import STAMPS, Body

_TOGETHER: Mapping[str, tuple[frozenset[str], ...]] = MappingProxyType(
    {
        "people": (frozenset({"safe_to_print", "print_asked_on"}), frozenset({"safe_to_send", "send_asked_on"})),
        "answers": (frozenset({"standing", "value", "sealed_value", "sealed_version"}),),
        "actions": (
            frozenset({"by", "every"}),
            frozenset({"state", "let_go_reason"}),
            frozenset({"obstacle", "obstacle_owner"}),
            frozenset({"text", "language"}),
        ),
        "goals": (frozenset({"text", "language"}),),
        "appointments": (
            frozenset({"on", "at", "minutes", "zone"}),
            frozenset({"state", "absence", "moved_to"}),
            frozenset({"channel", "channel_reason", "channel_until"}),
        ),
        "contact_rhythms": (frozenset({"days", "reason"}),),
    }
)
"""Fields that say something only together."""

NEVER_CHANGED = frozenset({"commitments", "commitment_files", "commitment_entries", "slips", "handovers"})
"""Tables whose rows are added and never changed. A document that was taken back is brought in by its withdrawal."""

NOT_ASKED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "interviews": frozenset(
            {"step_id", "question_id", "elapsed_seconds", "folded", "brought", "met_before", "rules_version"}
        ),
        "actions": frozenset({"position"}),
        "contact_rhythms": frozenset({"due_on"}),
    }
)
"""Fields of which the newer ones stand, and nobody is asked: the place of a cursor, an order, a day that is counted anew."""

DECIDED_HERE: Mapping[str, frozenset[str]] = MappingProxyType({"holds": frozenset({"lifted_on"})})
"""Fields that nobody else changes here unasked: whoever lifted a hold there may not know what it is for."""

ONLY_ONE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "answers": ("interview_id", "question_id"),
        "contact_rhythms": ("person_id",),
        "signatures": ("interview_id", "signer"),
        "commitments": ("number", "edition"),
        "commitment_withdrawals": ("commitment_id",),
    }
)
"""By table: there can be only one row with these values, whatever its id."""


def fields_together(table: str, body: Body) -> Iterator[tuple[str, ...]]:
    """The fields of a row, those together that say something only together."""
    left = [name for name in body if name not in STAMPS]
    together = (*_TOGETHER.get(table, ()), *((NOT_ASKED[table],) if table in NOT_ASKED else ()))
    for group in together:
        yield tuple(name for name in left if name in group)
    grouped = frozenset[str]().union(*together)
    yield from ((name,) for name in left if name not in grouped)
