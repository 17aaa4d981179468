"""Written cases and worked examples: their one format, what they promise about a finding, and which are like a person."""

from coachdesk.cases.answering import circumstances_of
from coachdesk.cases.case import (
    Case,
    CaseHappened,
    CaseOutcome,
    NextContact,
    answers_of,
    check_case,
    load_case,
)
from coachdesk.cases.circumstance import CIRCUMSTANCES, SEALED, Circumstance
from coachdesk.cases.example import Contact, Example, Footing, Source
from coachdesk.cases.like import examples_like
from coachdesk.cases.worked import Worked, work_out, worked_examples

__all__ = [
    "CIRCUMSTANCES",
    "SEALED",
    "Case",
    "CaseHappened",
    "CaseOutcome",
    "Circumstance",
    "Contact",
    "Example",
    "Footing",
    "NextContact",
    "Source",
    "Worked",
    "answers_of",
    "check_case",
    "circumstances_of",
    "examples_like",
    "load_case",
    "work_out",
    "worked_examples",
]
