"""Contact files of colleagues: our own, one that was given to us, and keeping it once its phrase was compared."""

from dataclasses import fields, replace
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.handover import Card, Colleague, PackedPerson, phrase, read_card
from coachdesk.handover.card import MOST_BYTES
from coachdesk.services.context import Context
from coachdesk.services.handover_views import Contact
from coachdesk.storage import find_by, get
from coachdesk.vault.parcel_post import reaches

_FIELDS = tuple(field.name for field in fields(Card))


def own_contact(context: Context) -> Contact:
    """Our own card and its phrase."""
    info = context.info
    card = Card(
        name=info.coach_name,
        site=info.site,
        vault_id=info.vault_id,
        short_id=info.short_id,
        coach_id=info.coach_id,
        public_key=info.public_key,
    )
    return Contact(card, phrase(card), known=True)


def contact_in(context: Context, file: Path) -> Contact:
    """What a contact file says. Raises as `HandingOver.look_at_contact`."""
    card = read_card(bytes_of(file, MOST_BYTES + 1))
    if not reaches(bytes.fromhex(card.public_key)):
        raise AppError("handover.contact-unreadable")
    own = context.info
    if card.vault_id == own.vault_id or card.public_key == own.public_key or card.coach_id == own.coach_id:
        raise AppError("handover.contact-own")
    with context.database.read() as connection:
        known = find_by(connection, Colleague, vault_id=card.vault_id)
    _same_key(known, card)
    return Contact(card, phrase(card), known=bool(known) and _card_of(known[0]) == card)


def keep(context: Context, card: Card) -> Colleague:
    """Keep a colleague, or their new name and site."""
    said = {name: getattr(card, name) for name in _FIELDS}
    with context.database.write() as writer:
        known = find_by(writer.connection, Colleague, vault_id=card.vault_id)
        _same_key(known, card)
        kept = replace(known[0], **said) if known else Colleague(id=context.new_id(), **said)
        stored = writer.put(kept, "colleague.kept")
        writer.audit("colleague.kept", record=stored.id)
    return stored


def forget(context: Context, colleague_id: str) -> None:
    """Take a colleague out, with what went and came between the two: what comes later is compared from nothing."""
    with context.database.write() as writer:
        for each in find_by(writer.connection, PackedPerson, colleague_id=colleague_id):
            writer.delete(each, "colleague.forgotten")
        writer.delete(get(writer.connection, Colleague, colleague_id), "colleague.forgotten")
        writer.audit("colleague.forgotten", record=colleague_id)


def bytes_of(file: Path, most: int) -> bytes:
    """The bytes of a file, no more than `most`. AppError("handover.cannot-read") for whatever the system says."""
    try:
        with file.open("rb") as opened:
            return opened.read(most)
    except OSError:
        raise AppError("handover.cannot-read") from None


def _same_key(known: tuple[Colleague, ...], card: Card) -> None:
    if known and known[0].public_key != card.public_key:
        raise AppError("handover.contact-other-key")


def _card_of(colleague: Colleague) -> Card:
    return Card(**{name: getattr(colleague, name) for name in _FIELDS})
