"""Two coaches with a vault each, who know one another's contact file, and a folder between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from coachdesk.application import Opened, create_vault
from coachdesk.handover import Colleague
from coachdesk.services import Services
from tests.core.services.issuing import Watch
from tests.vaults import PASSPHRASE, setting


@dataclass(frozen=True)
class Desk:
    """A coach's open vault, and the colleague as this vault knows them."""

    vault: Opened
    colleague: Colleague

    @property
    def services(self) -> Services:
        return self.vault.services


@dataclass(frozen=True)
class Office:
    """Sam at Wakefield, who is away for a while, and Robin at Leeds, who stands in."""

    sam: Desk
    robin: Desk
    folder: Path
    watch: Watch


def vault_of(folder: Path, name: str, site: str, watch: Watch) -> Opened:
    folder.mkdir()
    where = setting(folder, clock=watch)
    return create_vault(where, coach_name=name, site=site, passphrase=PASSPHRASE)[0]


def introduced(one: Opened, other: Opened, folder: Path) -> Colleague:
    """The other as the one knows them, from their contact file."""
    file = other.services.handover.write_contact(folder)
    return one.services.handover.keep_contact(one.services.handover.look_at_contact(file))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    watch, between = Watch(), tmp_path / "between"
    between.mkdir()
    sam = vault_of(tmp_path / "sam", "Sam Okafor", "Wakefield", watch)
    robin = vault_of(tmp_path / "robin", "Robin Achebe", "Leeds", watch)
    yield Office(
        Desk(sam, introduced(sam, robin, between)), Desk(robin, introduced(robin, sam, between)), between, watch
    )
    sam.close()
    robin.close()
