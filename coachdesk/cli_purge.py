"""The verb that deletes what is past its time, for whoever looks after the computer (docs/command-line.md)."""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.i18n import _, long_date, ngettext

if TYPE_CHECKING:
    from coachdesk.services import Look


def add_to(make: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]) -> None:
    """Add the verb; `make` gives a parser for a name, what it does and what it means."""
    purge = make("purge", _purge, "list what is past its time in a vault that is not open anywhere, and delete it")
    purge.add_argument("vault", metavar="VAULT", type=Path, help="its file, with its header beside it")
    purge.add_argument("--delete", action="store_true", help="delete what is listed; without it nothing is deleted")
    purge.add_argument("--json", action="store_true", help="one JSON document")
    purge.add_argument("--passphrase-stdin", action="store_true", help="the first line of standard input is it")


def _purge(asked: argparse.Namespace) -> int:
    from coachdesk.application import named_setting, open_vault
    from coachdesk.terminal import passphrase

    opened = open_vault(named_setting(asked.vault), passphrase(from_stdin=asked.passphrase_stdin))
    try:
        look = opened.services.retention.look()
        deleted = opened.services.retention.delete(look) if asked.delete else 0
    finally:
        opened.close()
    if asked.json:
        print(json.dumps(_as_json(look, deleted), ensure_ascii=False, indent=2))
    else:
        for line in _lines(look, deleted, delete=asked.delete):
            print(line)
    return 1 if look.many and not asked.delete else 0


def _stays(look: "Look") -> Counter[str]:
    """How many records stay, by the reason; whose they are is for the coach to see."""
    many = Counter[str]()
    for each in look.back:
        many[each.why] += each.many
    return many


def _as_json(look: "Look", deleted: int) -> dict[str, object]:
    return {
        "ok": True,
        "due": [
            {"kind": each.kind, "many": each.many, "rule": each.rule, "oldest": each.oldest and each.oldest.isoformat()}
            for each in look.lines
        ],
        "people": len(look.people),
        "stays": [{"why": why, "many": many} for why, many in sorted(_stays(look).items())],
        "deleted": deleted,
    }


def _lines(look: "Look", deleted: int, *, delete: bool) -> Iterator[str]:
    for each in look.lines:
        oldest = "" if each.oldest is None else " " + _("The oldest: {day}.").format(day=long_date(each.oldest))
        yield _("{kind}: {many} ({rule}).").format(kind=each.kind, many=each.many, rule=each.rule) + oldest
    for why, many in sorted(_stays(look).items()):
        yield _("{many} stay: {why}.").format(many=many, why=why)
    if delete:
        yield ngettext("One record was deleted.", "{n} records were deleted.", deleted).format(n=deleted)
    elif look.many:
        yield ngettext(
            "One record is past its time. Nothing was deleted; --delete deletes it.",
            "{n} records are past their time. Nothing was deleted; --delete deletes them.",
            look.many,
        ).format(n=look.many)
    else:
        yield _("Nothing is past its time.")
