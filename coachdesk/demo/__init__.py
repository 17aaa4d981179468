"""An invented caseload for training, pictures and benchmarks, in a vault of its own; never in a coach's own vault."""

from coachdesk.demo.making import PASSPHRASE, make_demo

__all__ = ["PASSPHRASE", "make_demo"]
