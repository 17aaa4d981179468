"""The verb that shows or saves the support file (docs/support.md); it needs no vault and no window."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from coachdesk.i18n import _


def add_to(make: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]) -> None:
    """Add the verb; `make` gives a parser for a name, what it does and what it means."""
    support = make("support", _support, "show what whoever helps you needs to know, without anything about people")
    support.add_argument("--vault", metavar="FILE", type=Path, help="a vault other than the usual one; never opened")
    support.add_argument("--save", metavar="DIR", type=Path, help="save it there instead of showing it")
    support.add_argument("--self-check", action="store_true", help="with the self-check, which takes up to a minute")


def _support(asked: argparse.Namespace) -> int:
    from coachdesk.clock import today
    from coachdesk.support import Subject, checked_part, collect, save

    bundle = collect(Subject(asked.vault and asked.vault.absolute()))
    if asked.self_check:
        from coachdesk.self_check import self_check

        bundle = replace(bundle, parts=(*bundle.parts, checked_part(self_check().steps)))
    if asked.save is None:
        print(bundle.text(), end="")
        return 0
    path = save(bundle.text(), asked.save, today())
    print(_("Saved as {name}. Read it before you pass it on.").format(name=path.name))
    return 0
