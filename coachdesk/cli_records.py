"""The verbs about what a vault keeps: a person's copy, and whether the record of who looked is whole (docs/command-line.md)."""

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.errors import AppError
from coachdesk.i18n import _

if TYPE_CHECKING:
    from coachdesk.application import Opened
    from coachdesk.services.checkpoints import Checked, Checkpoints


def add_to(make: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]) -> None:
    """Add the verbs; `make` gives a parser for a name, what it does and what it means."""
    person = make("export-person", _export_person, "save a review copy of everything that is held about one person")
    person.add_argument("vault", metavar="VAULT", type=Path)
    person.add_argument("person", metavar="PERSON", help="their id, or words that find nobody else")
    person.add_argument("--out", metavar="DIR", type=Path, required=True, help="where the two files go")
    person.add_argument(
        "--with-private", choices=("asked", "safety", "correct"), default="", help="with what is sealed, and why; kept"
    )
    audit = make("audit", _audit, "say whether the record of who looked is whole")
    audit.add_argument("vault", metavar="VAULT", type=Path)
    audit.add_argument("--against", metavar="FILE", type=Path, help="a checkpoint that was kept elsewhere")
    audit.add_argument("--save", metavar="DIR", type=Path, help="save a checkpoint of now there")
    for each in (person, audit):
        each.add_argument("--json", action="store_true", help="one JSON document")
        each.add_argument("--passphrase-stdin", action="store_true", help="the first line of standard input is it")


def _export_person(asked: argparse.Namespace) -> int:
    with _opened(asked) as vault:
        page, data = vault.services.access.write(_whose(vault, asked.person), asked.out, private=asked.with_private)
    if asked.json:
        print(json.dumps({"ok": True, "files": [str(page), str(data)]}, ensure_ascii=False, indent=2))
    else:
        print(_("The review copy is in {page} and {data}.").format(page=page, data=data))
        print(_("It is not encrypted, and it has to be reviewed before anybody gets it."))
    return 0


def _audit(asked: argparse.Namespace) -> int:
    from coachdesk.services.checkpoints import standing_of_audit

    with _opened(asked) as vault:
        checkpoints = vault.services.checkpoints
        checked, line = _checked(checkpoints, asked.against), checkpoints.line()
        saved = None if asked.save is None else checkpoints.save(asked.save)
    if asked.json:
        told = {"ok": checked.fine, "standing": checked.standing.value, "broken_at": checked.broken_at or None}
        print(json.dumps(told | {"checkpoint": line, "saved": saved and str(saved)}, ensure_ascii=False, indent=2))
    else:
        print(standing_of_audit(checked))
        print(line)
    return 0 if checked.fine else 1


def _checked(checkpoints: "Checkpoints", against: Path | None) -> "Checked":
    return checkpoints.check() if against is None else checkpoints.check_file(against)


def _whose(vault: "Opened", words: str) -> str:
    found = [*vault.services.people.find(words), *vault.services.people.find(words, archived=True)]
    if len(found) == 1:
        return found[0].person_id
    if found:
        raise AppError("access.several", many=len(found))
    return words


@contextmanager
def _opened(asked: argparse.Namespace) -> "Iterator[Opened]":
    from coachdesk.application import named_setting, open_vault
    from coachdesk.terminal import passphrase

    vault = open_vault(named_setting(asked.vault), passphrase(from_stdin=asked.passphrase_stdin))
    try:
        yield vault
    finally:
        vault.close()
