"""The verbs about the policy of a machine, for whoever writes it and whoever asks what holds (docs/policy.md)."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from coachdesk.i18n import _
from coachdesk.paths import POLICY, PROFILE


def add_to(make: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]) -> None:
    """Add the verb; `make` gives a parser for a name, what it does and what it means."""
    policy = make("policy", _policy, "say what holds on this machine, check a policy file, or print a template")
    policy.add_argument("what", choices=("show", "check", "template"))
    policy.add_argument("file", metavar="FILE", type=Path, nargs="?", help="check: a policy file or a site profile")
    policy.add_argument("--json", action="store_true", help="show, check: one JSON document")
    policy.set_defaults(wrong=policy.error)
    setup = make("machine-setup", _machine_setup, "lay down what rules this machine; for administrators")
    setup.add_argument("--policy", metavar="FILE", default="", help="a policy file, and its signature beside it")
    setup.add_argument("--site", metavar="NAME", default="", help="the name of the jobcentre: a site profile with it")
    setup.add_argument("--vault-folder", metavar="DIR", default="", help="where new vaults lie: into the policy")
    setup.set_defaults(wrong=setup.error)


def _policy(asked: argparse.Namespace) -> int:
    if (asked.file is not None) is not (asked.what == "check"):
        asked.wrong(_("Only check takes a file, and it needs one."))
    if asked.what == "template":
        from coachdesk.policy.template import template

        print(template(), end="")
        return 0
    return _check(asked.file, as_json=asked.json) if asked.what == "check" else _show(as_json=asked.json)


def _check(file: Path, *, as_json: bool) -> int:
    from coachdesk.policy import load_policy
    from coachdesk.policy_file import draft
    from coachdesk.site_profile import load_profile

    text = draft(file)
    loaded = load_profile(text) if file.name == PROFILE else load_policy(text)
    problems = loaded if isinstance(loaded, tuple) else ()
    if as_json:
        found = [{"code": each.code, "line": each.line, "place": each.place, "text": each.text} for each in problems]
        print(json.dumps({"ok": not problems, "file": file.name, "problems": found}, ensure_ascii=False, indent=2))
        return 1 if problems else 0
    for each in problems:
        print(f"{file.name}: {each}")
    print(_("{many} mistakes were found.").format(many=len(problems)) if problems else _("No mistakes were found."))
    return 1 if problems else 0


def _show(*, as_json: bool) -> int:
    from coachdesk.policy import settings
    from coachdesk.policy.template import written
    from coachdesk.policy_file import places, policy_path, read_policy

    where = places()
    policy, file = read_policy(where), policy_path(where)
    rows = [(each.name, getattr(policy, each.name), policy.origin(each.name)) for each in settings()]
    if as_json:
        found = [{"name": name, "value": value, "origin": origin} for name, value, origin in rows]
        print(json.dumps({"file": str(file) if file else None, "settings": found}, ensure_ascii=False, indent=2))
        return 0
    words = _("The policy file is {file}.") if file else _("There is no policy file; it would lie at {file}.")
    print(words.format(file=file or where.machine / POLICY))
    for name, value, origin in rows:
        print(f"{name} = {written(value)}  # {origin}")
    return 0


def _machine_setup(asked: argparse.Namespace) -> int:
    from coachdesk.machine_setup import MachineWish, set_up
    from coachdesk.policy_file import PolicyPlaces

    # The installer names all three, each with a space behind it, and leaves empty what nobody gave it.
    policy, site, vaults = asked.policy.strip(), asked.site.strip(), asked.vault_folder.strip()
    wish = MachineWish(Path(policy) if policy else None, site, vaults)
    if wish == MachineWish():
        asked.wrong(_("Say what is to hold: --policy, --site or --vault-folder."))
    for path in set_up(wish, PolicyPlaces()):
        print(_("{file} is in force from the next start of the program.").format(file=path))
    return 0
