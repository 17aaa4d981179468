"""Circumstances that change what may be asked on a day: statutory pauses, and discretions that are due or decided.

One module for each kind of life event. Where a rule's own time or conditions have run out while the circumstance goes on,
the answer is a discretion (reg. 99(5)), never nothing.
"""

from coachdesk.requirements.easements.every import easements

__all__ = ["easements"]
