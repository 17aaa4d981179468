"""A file of provision: read whole, or refused with every mistake, its place and its code."""

import pytest

from coachdesk.people import Nation
from coachdesk.provision import ProvisionFile, load_provision
from tests.core.provision.rows import WHOLE, changed, row


def told(text: str) -> list[tuple[str, str]]:
    """Place and code of every mistake."""
    loaded = load_provision(text, name="national.toml")
    assert not isinstance(loaded, ProvisionFile)
    assert all(each.file == "national.toml" for each in loaded)
    return [(each.place, each.code) for each in loaded]


def test_a_row_without_nations_is_for_all_of_great_britain() -> None:
    assert row().nations == tuple(Nation)
    assert row(('status = "open"', 'status = "open"\nnations = ["wales"]')).nations == (Nation.WALES,)


@pytest.mark.parametrize(
    ("before", "after", "place", "code"),
    [
        ('name = "Help"\n', "", "provision help / name", "provision.missing-key"),
        ('source = "Their page"\n', "", "provision help / source", "provision.missing-key"),
        ("last_checked = 2026-11-01\n", "", "provision help / last_checked", "provision.missing-key"),
        ("last_checked = 2026-11-01", 'last_checked = "today"', "provision help / last_checked", "provision.wrong-type"),
        ('status = "open"', 'status = "opened"', "provision help / status", "provision.unknown-status"),
        ('terms = "voluntary"\n', "", "provision help / terms", "provision.missing-key"),
        ('refer = "Ring them."\n', "", "provision help / refer", "provision.no-way"),
        ('who = "', 'nations = ["france"]\nwho = "', "provision help / nations", "provision.unknown-nation"),
        ('who = "', 'open_from = 2026-02-01\nopen_to = 2026-01-01\nwho = "', "provision help / open_to", "provision.ends-before"),
        ('who = "', 'whom = "All."\nwho = "', "provision help", "provision.unknown-key"),
        ("version = 2026-11-22\n", "", "top of the file / version", "provision.missing-key"),
    ],
)  # fmt: skip
def test_every_mistake_has_its_place_and_its_code(before: str, after: str, place: str, code: str) -> None:
    ((said, what),) = told(changed((before, after)))
    assert (said.removeprefix("top of the file / "), what) == (place.removeprefix("top of the file / "), code)


def test_one_id_stands_once_and_all_mistakes_are_named_together() -> None:
    both = WHOLE + WHOLE.partition("\n\n")[2].replace('who = "Everybody."\n', "")
    assert told(both) == [
        ("provision help / who", "provision.missing-key"),
        ("provision help / id", "provision.twice"),
    ]


def test_what_is_no_toml_is_said_with_its_line() -> None:
    assert told("version = \n") == [("line 1", "provision.not-toml")]
