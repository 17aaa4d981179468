from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.errors import AppError
from tests.vaults import made, setting


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Opened]:
    opened = made(setting(tmp_path))
    yield opened
    opened.close()


@pytest.fixture
def person_id(vault: Opened) -> str:
    people = vault.services.people
    return people.save(replace(people.draft(), given_name="Amira", family_name="Khalil")).id


def test_what_a_list_may_name_is_recorded_openly_and_everything_else_as_sensitive(
    vault: Opened, person_id: str
) -> None:
    add = vault.services.circumstances.add
    assert [add(person_id, kind).sensitive for kind in ("caring", "volunteering", "domestic_abuse", "custody")] == [
        *(False, False, True, True)
    ]


def test_opening_a_sensitive_one_leaves_a_line_that_does_not_say_what_it_was(vault: Opened, person_id: str) -> None:
    kept = vault.services.circumstances.add(person_id, "domestic_abuse", starts_on=date(2026, 11, 20))
    vault.services.circumstances.open(kept, "asked")
    assert vault.services.administration.audit(limit=1)[0].text == "What is recorded in private was opened."


def test_one_recorded_by_mistake_is_taken_out_again(vault: Opened, person_id: str) -> None:
    circumstances = vault.services.circumstances
    kept = circumstances.add(person_id, "caring")
    changed = circumstances.end(kept, date(2026, 12, 1))
    with pytest.raises(AppError, match=r"storage\.stale"):
        circumstances.remove(kept)
    circumstances.remove(changed)
    assert circumstances.of(person_id) == ()


def test_one_is_recorded_with_its_dates_and_details_and_stays_when_it_is_over(vault: Opened, person_id: str) -> None:
    circumstances = vault.services.circumstances
    added = circumstances.add(person_id, "bereavement", starts_on=date(2026, 11, 1), who="partner")
    assert (added.starts_on, added.detail) == (date(2026, 11, 1), {"who": "partner"})
    ended = circumstances.end(added, date(2026, 11, 20))
    assert circumstances.of(person_id) == (ended,)
