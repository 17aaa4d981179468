"""Trying everything on this machine: a first commitments meeting with an invented person, in a vault that goes again."""

from coachdesk.self_check.checking import self_check
from coachdesk.self_check.report import Report, Step

__all__ = ["Report", "Step", "self_check"]
