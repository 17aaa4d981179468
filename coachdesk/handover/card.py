"""The contact file: who a coach is and the public key of their vault, with a phrase to compare over the telephone."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, fields

from coachdesk.errors import AppError

FORMAT = "coachdesk-contact 1"
MOST_BYTES = 4096
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: none reads like another."""
_GROUPS, _GROUP = 5, 4
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHORT = re.compile(r"[0-9A-Z]{4}")
_KEY = re.compile(r"[0-9a-f]{64}")
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a contact file says; the fields are those of `Colleague`."""

    name: str
    site: str
    vault_id: str
    short_id: str
    coach_id: str
    public_key: str


def phrase(card: Card) -> tuple[str, ...]:
    """Five groups of four letters and digits that stand for everything on the card: 100 bits of its SHA-256."""
    number = int.from_bytes(hashlib.sha256(_canonical(asdict(card))).digest())
    many = _GROUPS * _GROUP
    letters = "".join(_LETTERS[number >> 256 - 5 * (place + 1) & 31] for place in range(many))
    return tuple(letters[start : start + _GROUP] for start in range(0, many, _GROUP))


def write_card(card: Card) -> bytes:
    """The contact file: JSON that people can read, with the phrase in it."""
    content = {"format": FORMAT, **asdict(card), "phrase": " ".join(phrase(card))}
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def read_card(content: bytes) -> Card:
    """The card in a contact file.

    The phrase in the file finds damage only: whoever alters it can alter the phrase too, so people compare it.

    Raises:
        AppError: "handover.contact-unreadable".
    """
    try:
        found = json.loads(content) if len(content) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        found = None
    names = [field.name for field in fields(Card)]
    if not isinstance(found, dict) or set(found) != {"format", "phrase", *names} or found["format"] != FORMAT:
        raise AppError("handover.contact-unreadable")
    if not all(isinstance(found[name], str) and found[name].isprintable() for name in names):
        raise AppError("handover.contact-unreadable")
    card = Card(**{name: found[name] for name in names})
    if not _plausible(card) or found["phrase"] != " ".join(phrase(card)):
        raise AppError("handover.contact-unreadable")
    return card


def _plausible(card: Card) -> bool:
    ids = all(_ID.fullmatch(each) for each in (card.vault_id, card.coach_id))
    keys = _SHORT.fullmatch(card.short_id) and _KEY.fullmatch(card.public_key)
    return bool(ids and keys and 0 < len(card.name.strip()) <= _LONGEST and len(card.site) <= _LONGEST)


def _canonical(content: object) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
