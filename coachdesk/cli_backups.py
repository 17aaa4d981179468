"""The verbs that make a backup, bring one back, and save what can be read of a damaged vault, for whoever looks after the computer (docs/command-line.md)."""

import argparse
from collections.abc import Callable
from pathlib import Path

from coachdesk.clock import local
from coachdesk.errors import AppError
from coachdesk.i18n import _


def add_to(make: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]) -> None:
    """Add the verbs; `make` gives a parser for a name, what it does and what it means."""
    backup = make("backup", _backup, "make a checked backup of a vault that is not open anywhere")
    restore = make("restore", _restore, "put the newest backup of a vault in its place, after a backup of it as it is")
    salvage = make("salvage", _salvage, "save what can be read of a damaged vault into a new one, and list what cannot")
    for each in (backup, restore, salvage):
        each.add_argument("vault", metavar="VAULT", type=Path, help="its file, with its header beside it")
        each.add_argument("--passphrase-stdin", action="store_true", help="the first line of standard input is it")
    restore.add_argument("--backup", metavar="FILE", type=Path, help="this one of its backups")
    salvage.add_argument("--look", action="store_true", help="list what there is, and leave everything as it is")


def _backup(asked: argparse.Namespace) -> int:
    from coachdesk.application import named_setting, open_vault
    from coachdesk.terminal import passphrase

    opened = open_vault(named_setting(asked.vault), passphrase(from_stdin=asked.passphrase_stdin))
    try:
        made = opened.services.backing_up.make()
    finally:
        opened.close()
    print(_("The backup is {file}. It was read from end to end.").format(file=made.path))
    return 0


def _restore(asked: argparse.Namespace) -> int:
    from coachdesk.application import named_setting, open_vault
    from coachdesk.bringing_back import bring_back
    from coachdesk.terminal import passphrase

    setting, secret = named_setting(asked.vault), passphrase(from_stdin=asked.passphrase_stdin)
    try:
        opened = open_vault(setting, secret)
    except AppError as error:
        if error.code not in {"storage.damaged", "storage.missing"} or asked.backup is not None:
            raise
        bring_back(setting, secret).close()
        if error.code == "storage.missing":
            print(_("The vault was gone. The newest sound backup is in its place."))
        else:
            print(
                _(
                    "The vault was damaged. The newest sound backup is in its place, and the damaged files are beside it."
                )
            )
        return 0
    try:
        restoring = opened.services.restoring
        wanted = asked.backup and asked.backup.resolve()
        found = next((each for each in restoring.backups() if wanted in {None, each.files.vault.resolve()}), None)
        if found is None:
            raise AppError("backup.none-there")
        restoring.restore(found)
    finally:
        opened.close()
    words = _("The vault is as it was in {file}. What it was before is the newest backup.")
    print(words.format(file=found.files.vault))
    return 0


def _salvage(asked: argparse.Namespace) -> int:
    from coachdesk.application import named_setting
    from coachdesk.bringing_back import (
        leave_what_is_readable,
        look_what_is_readable,
        newest_backup,
        take_what_is_readable,
    )
    from coachdesk.terminal import passphrase

    setting, secret = named_setting(asked.vault), passphrase(from_stdin=asked.passphrase_stdin)
    found, backup = look_what_is_readable(setting, secret), newest_backup(setting)
    for line in found.lines():
        print(line)
    if backup is not None:
        words = _("The newest backup is from {moment}. It may have what is missing; bring it back with restore.")
        print(words.format(moment=f"{local(backup):%Y-%m-%d %H:%M}"))
    if asked.look:
        leave_what_is_readable(setting)
        print(_("Everything is as it was."))
    else:
        take_what_is_readable(setting, secret).close()
        print(_("What could be read is in the place of the vault, and the damaged files are beside it."))
    return 1 if found.missing else 0
