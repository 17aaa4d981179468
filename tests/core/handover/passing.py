"""Packs from one desk to the other, as two coaches pass them on."""

from collections.abc import Mapping
from pathlib import Path

from coachdesk.handover import Decision
from coachdesk.services import Chosen, Line, Taken
from tests.core.handover.conftest import Desk, Office


def give(desk: Desk, folder: Path, *people: str, notes: bool = False, sealed: bool = False) -> Path:
    """A pack with these people for the desk's colleague."""
    chosen = [Chosen(person, notes=notes, sealed=sealed) for person in people]
    return desk.services.handover.make(desk.colleague.id, chosen, folder).path


def take(desk: Desk, pack: Path, decided: Mapping[str, Decision] | None = None) -> Taken:
    """Take a pack in, deciding by the words of the field."""
    arrived = desk.services.handover.look(pack)
    decisions = {line.key: (decided or {})[line.field or line.what] for line in arrived.lines if line.asked}
    return desk.services.handover.take(arrived, decisions)


def lines(desk: Desk, pack: Path) -> dict[tuple[str, str], Line]:
    """What differs, by record and field as the coach reads them."""
    return {(line.what, line.field): line for line in desk.services.handover.look(pack).lines}


def stand_in(office: Office, *people: str, notes: bool = False, sealed: bool = False) -> None:
    """Sam hands people over, and Robin takes them in."""
    take(office.robin, give(office.sam, office.folder, *people, notes=notes, sealed=sealed))


def returned(office: Office, *people: str, notes: bool = False, sealed: bool = False) -> Path:
    """The pack with which Robin hands them back."""
    return give(office.robin, office.folder, *people, notes=notes, sealed=sealed)
