"""The kinds of record that an organisation sets a time for, in the product's words."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from coachdesk.i18n import N_


class Kind(StrEnum):
    """What is kept for the same time; the value is the word in the policy file."""

    DRAFTS = "drafts"
    NOTES = "notes"
    TALKS = "talks"
    PRIVATE = "private"
    PLANS = "plans"
    COMMITMENTS = "commitments"
    PAPERS = "papers"
    DIARY = "diary"
    LIFE = "life"
    PACKS = "packs"
    LOG = "log"
    PERSON = "person"


LABELS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.DRAFTS: N_("Talks that are not finished, and steps that are not in a plan yet"),
        Kind.NOTES: N_("Coaching notes"),
        Kind.TALKS: N_("Talks and their answers"),
        Kind.PRIVATE: N_("Answers that were told in private"),
        Kind.PLANS: N_("Plans: goals, steps and what came of them"),
        Kind.COMMITMENTS: N_("Commitments, with their files and what was said to them"),
        Kind.PAPERS: N_("Slips, and what was handed over"),
        Kind.DIARY: N_("Diary entries"),
        Kind.LIFE: N_("What is known of their life, and decisions about it"),
        Kind.PACKS: N_("What went to colleagues, and records that were joined"),
        Kind.LOG: N_("Earlier wordings in the log of changes"),
        Kind.PERSON: N_("Name, contact and needs of people who left the caseload"),
    }
)
"""Message ids."""

WORKING = frozenset({Kind.DRAFTS, Kind.NOTES, Kind.PACKS})
"""What is never part of a record that an organisation adopts: four weeks at most (domain.md 8.3, "ephemeral notes")."""
