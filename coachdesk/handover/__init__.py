"""Handing people over to a colleague and back: contact cards, packs, what goes into one, comparing three ways. Pure."""

from coachdesk.handover.bodies import Body, Rows, comparable
from coachdesk.handover.card import Card, phrase, read_card, write_card
from coachdesk.handover.comparing import Decision, Difference, Outcome, compare, merged
from coachdesk.handover.leaving_out import Private, outgoing
from coachdesk.handover.pack import PackHead, Parcel, PersonParcel, read_head, read_parcel, write_head, write_parcel
from coachdesk.handover.records import Colleague, Direction, PackedPerson

__all__ = [
    "Body",
    "Card",
    "Colleague",
    "Decision",
    "Difference",
    "Direction",
    "Outcome",
    "PackHead",
    "PackedPerson",
    "Parcel",
    "PersonParcel",
    "Private",
    "Rows",
    "comparable",
    "compare",
    "merged",
    "outgoing",
    "phrase",
    "read_card",
    "read_head",
    "read_parcel",
    "write_card",
    "write_head",
    "write_parcel",
]
