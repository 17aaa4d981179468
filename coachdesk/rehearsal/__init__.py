"""Written cases played through the real services, as if a coach had typed them."""

from coachdesk.rehearsal.case import (
    Case,
    CaseHappened,
    CaseOutcome,
    NextContact,
    answers_of,
    check_case,
    load_case,
)

__all__ = [
    "Case",
    "CaseHappened",
    "CaseOutcome",
    "NextContact",
    "answers_of",
    "check_case",
    "load_case",
]
