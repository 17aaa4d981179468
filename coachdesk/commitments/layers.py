"""The two layers of a commitment: the stable one, which is accepted anew when it changes, and the changing plan.

Stable is how many hours, how soon, how far, and what is asked. When and how something asked for is done is the plan, and
so is all that is chosen or promised (domain.md 3.2).
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal

from coachdesk.commitments.source import Source
from coachdesk.i18n import plain_number


def stable_layer(source: Source) -> str:
    """The SHA-256, in hexadecimal, of all that is stable in a commitment: two with the same one need one yes.

    What is asked counts wherever it may stand, on paper or in the account only.
    """
    asked = [
        {"text": each.text, "implements": each.implements, "every": each.every, "hours": _plain(each.hours)}
        for each in source.plan.asked
    ]
    bounds = {name: _plain(value) for name, value in asdict(source.bounds).items()}
    whole = {"asked": sorted(asked, key=_text), "bounds": bounds}
    return hashlib.sha256(_text(whole).encode()).hexdigest()


def rests_on(stable: str, earlier: Iterable[tuple[str, int]]) -> int:
    """The accepted edition that a new one rests on, as only the plan has changed since; 0 where it is to be answered.

    Args:
        stable: the stable layer of the new edition.
        earlier: stable layer and accepted edition of those before it, oldest first.
    """
    newest = next(iter(reversed(list(earlier))), None)
    return newest[1] if newest is not None and newest[0] == stable else 0


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    """A number of hours is the same with and without its decimal places."""
    return plain_number(value) if isinstance(value, Decimal) else value
