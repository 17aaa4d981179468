"""Names that stay (interfaces.md, section 4): other people's files speak of them, and they are never used again."""

from typing import Final

EASEMENTS: Final = (
    "domestic_abuse",
    "domestic_abuse_carer",
    "bereavement",
    "child_distress",
    "fit_note_short",
    "fit_note_longer",
    "recovery",
    "court",
    "custody",
    "restricted_pause",
    "treatment_abroad",
    "public_duty",
    "temporary_childcare",
    "domestic_emergency",
    "funeral",
    "homeless",
    "other_temporary",
    "earnings_light_touch",
    "carer_pending",
    "preparation_under_way",
)
"""Ids of easements, in the order of the contract."""
