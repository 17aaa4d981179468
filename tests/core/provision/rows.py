"""Files of provision for the tests."""

from coachdesk.content import read_content
from coachdesk.provision import Provision, ProvisionFile, load_provision

WHOLE = """version = 2026-11-22

[[provision]]
id = "help"
name = "Help"
does = "Helps."
who = "Everybody."
status = "open"
terms = "voluntary"
refer = "Ring them."
source = "Their page"
last_checked = 2026-11-01
"""


def changed(*pairs: tuple[str, str]) -> str:
    """The file with parts of its text exchanged."""
    text = WHOLE
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    return text


def row(*pairs: tuple[str, str]) -> Provision:
    """The row of such a file."""
    loaded = load_provision(changed(*pairs), name="national.toml")
    assert isinstance(loaded, ProvisionFile), loaded
    return loaded.rows[0]


def national() -> tuple[Provision, ...]:
    """What comes with the program."""
    return read_content().provision.rows
