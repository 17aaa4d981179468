from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.diary import counted_needs
from coachdesk.paths import data_folder
from tests.core.services.issuing import Watch
from tests.ui.checks import settle
from tests.ui.desk.conftest import Office
from tests.vaults import made, setting
from ui.administration.state import BACKUPS


@pytest.fixture
def watch() -> Watch:
    clock = Watch()
    clock.moment = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)  # a Monday
    return clock


@pytest.fixture
def opened(own_home: Path, watch: Watch) -> Opened:
    """A vault whose clock a test sets, with one person in it and a backup of that."""
    vault = made(setting(data_folder(), clock=watch))
    vault.services.people.save(replace(vault.services.people.draft(), given_name="Amira"))
    vault.services.backing_up.make()
    return vault


def needs(office: Office) -> list[str]:
    """What the strip on Today lists."""
    office.desk.routes.go("today")
    settle()
    return [each.text for each in office.desk.screens.today.state.view.needs_you]


def test_an_overdue_backup_needs_the_coach_once_something_was_changed(office: Office, watch: Watch) -> None:
    watch.go_on(7)
    assert needs(office) == ["Amira has no next step."], "nothing was changed since the backup"
    people = office.vault.services.people
    people.save(replace(people.draft(), given_name="Bryn"))
    assert (
        needs(office)[-1] == "The last backup of the vault is from 23 November 2026, and something was changed since."
    )
    assert "A backup is overdue." in counted_needs(office.desk.screens.today.state.view.needs_you)
    office.vault.services.backing_up.make()
    assert len(needs(office)) == 2


def test_the_overdue_backup_leads_to_where_one_is_made(office: Office, watch: Watch) -> None:
    watch.go_on(7)
    people = office.vault.services.people
    people.save(replace(people.draft(), given_name="Bryn"))
    office.desk.screens.today.open_need(str(len(needs(office)) - 1))
    assert office.desk.window.here() == "administration"
    assert office.desk.screens.administration.state.section == BACKUPS
