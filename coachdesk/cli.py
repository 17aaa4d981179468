"""The command line (docs/command-line.md): 0 fine, 1 done with findings to read, 2 wrong use, 3 refused or failed."""

import argparse
import io
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from coachdesk import (
    __version__,
    cli_backups,
    cli_policy,
    cli_purge,
    cli_records,
    cli_recovery,
    cli_signing,
    cli_support,
)
from coachdesk.advice import sentence
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.logs import Amount, Event, begin, note, place_of
from coachdesk.paths import log_folder
from coachdesk.requirements.rule import Rules

FINE, FINDINGS, REFUSED = 0, 1, 3
"""Exit codes; 2, for wrong use, is argparse's own."""

_BETWEEN = ("", "-" * 20, "")
"""Between two findings of a list."""

Verb = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for; the exit code. Wrong use leaves with 2 through argparse."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    asked = _parser().parse_args(arguments)
    end = begin(log_folder(), version=__version__)
    note(Event.VERB)
    since = time.monotonic()
    try:
        code = _done(asked)
        note(
            Event.ENDED, amounts={Amount.EXIT_CODE: code, Amount.MILLISECONDS: round((time.monotonic() - since) * 1000)}
        )
    finally:
        end()
    return code


def _done(asked: argparse.Namespace) -> int:
    verb: Verb = asked.verb
    try:
        return verb(asked)
    except AppError as error:
        note(Event.ERROR_SHOWN, error)
        return _refuse(sentence(error))
    except KeyboardInterrupt:
        return _refuse(_("Stopped. Nothing was left half done."))
    except Exception as error:  # noqa: BLE001 - a bug: its values may be about a person, so only its place is said
        note(Event.CRASHED, error)
        return _refuse(_bug(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coachdesk-cli", description="CoachDesk without its window.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"CoachDesk {__version__}")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    check = _verb(verbs, "self-check", _self_check, "try everything on an invented person, in a vault that goes again")
    check.add_argument("--json", action="store_true", help="one JSON document")
    check.add_argument("--keep", metavar="DIR", type=Path, help="leave the documents there")
    check.add_argument("--require-keychain", action="store_true", help="no keychain on this machine is a failure")
    explain = _verb(verbs, "explain", _explain, "say what may be asked of a person on a day, and why")
    explain.add_argument("facts", metavar="FACTS.json", nargs="?", help="one set of facts or a list; - reads them here")
    explain.add_argument("--json", action="store_true", help="one JSON document")
    explain.add_argument("--codes", action="store_true", help="list easements, warnings and rules instead")
    explain.set_defaults(wrong=explain.error)
    rehearse = _verb(verbs, "rehearse", _rehearse, "play a written case and leave its documents")
    rehearse.add_argument("case", metavar="CASE.toml", type=Path)
    rehearse.add_argument("--out", metavar="DIR", type=Path, required=True, help="where the documents go")
    rehearse.add_argument("--every", action="store_true", help="every format in every language, whatever the case says")
    rehearse.add_argument("--json", action="store_true", help="one JSON document")
    content = _verb(
        verbs, "check-content", _check_content, "name every mistake in interviews, rules, provision, cases and the rest"
    )
    content.add_argument("folder", metavar="DIR", type=Path, nargs="?", help="laid out like resources; these, if none")
    verify = _verb(verbs, "verify", _verify, "say whether a PDF is well formed, and whether it is the one issued")
    verify.add_argument("file", metavar="FILE.pdf", type=Path)
    verify.add_argument("--json", action="store_true", help="one JSON document")
    verify.add_argument("--vault", metavar="FILE", type=Path, help="compare it with what this vault issued")
    verify.add_argument("--passphrase-stdin", action="store_true", help="the first line of standard input is it")
    verify.set_defaults(wrong=verify.error)
    for more in (cli_signing, cli_recovery, cli_records, cli_backups, cli_purge, cli_support, cli_policy):
        more.add_to(lambda name, verb, meaning: _verb(verbs, name, verb, meaning))
    demo = _verb(verbs, "demo", _demo, "make a vault with an invented caseload, for training and pictures")
    demo.add_argument("--vault", metavar="FILE", type=Path, required=True, help="where; no vault may be there yet")
    return parser


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, verb: Verb, meaning: str
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=meaning, description=f"{meaning[0].upper()}{meaning[1:]}.", allow_abbrev=False)
    parser.set_defaults(verb=verb)
    return parser


def _self_check(asked: argparse.Namespace) -> int:
    from coachdesk.self_check import self_check

    report = self_check(keep=asked.keep, require_keychain=asked.require_keychain)
    if asked.json:
        _print_json(report.as_json())
    else:
        _print_lines(report.lines())
    return FINE if report.ok else _refuse(report.sentence())


def _explain(asked: argparse.Namespace) -> int:
    from coachdesk.requirements.assess import assess
    from coachdesk.requirements.explanation import explain_lines
    from coachdesk.requirements.fact_text import value_of
    from coachdesk.requirements.finding_json import as_json
    from coachdesk.requirements.reading import read_document
    from coachdesk.site_content import content_here

    if (asked.facts is None) is not asked.codes:
        asked.wrong(_("Name a file of facts, or ask for --codes."))
    rules = content_here().rules
    if asked.codes:
        return _codes(rules, json_wanted=asked.json)
    value = value_of(_bytes_of(asked.facts))
    facts, problems = read_document(value)
    if problems:
        return _refuse("\n".join(f"{each.path or 'facts'}: {each.code}: {each.text}" for each in problems))
    findings = [assess(each, rules) for each in facts]
    if asked.json:
        documents = [as_json(each) for each in findings]
        _print_json(documents if isinstance(value, list) else documents[0])
    else:
        _print_lines(
            "\n".join((*(_BETWEEN if number else ()), *explain_lines(each, rules)))
            for number, each in enumerate(findings)
        )
    return FINE


def _codes(rules: Rules, *, json_wanted: bool) -> int:
    from coachdesk.requirements.codes import codes

    found = codes(rules)
    if json_wanted:
        _print_json(found)
    else:
        _print_lines(
            f"{kind.removesuffix('s')} {row['id']}: {row['text']} ({row['citation']})"
            for kind, rows in found.items()
            for row in rows
        )
    return FINE


def _bytes_of(name: str) -> bytes:
    """What a file holds, or what comes in where the name is "-"."""
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        raise AppError("facts.folder", file=path.name)
    try:
        return path.read_bytes()
    except OSError as error:
        raise AppError("facts.cannot-read", file=path.name) from error


def _rehearse(asked: argparse.Namespace) -> int:
    from coachdesk.cases import Case
    from coachdesk.content import read_content
    from coachdesk.interviews import Problem
    from coachdesk.rehearsal import play, read_chain, told

    content = read_content()
    chain = read_chain(asked.case, content.definitions, content.rules)
    problems = [each for each in chain if isinstance(each, Problem)]
    if problems:
        if asked.json:
            _print_json({"ok": False, "case": asked.case.name, "problems": [asdict(each) for each in problems]})
        else:
            _print_lines(map(str, problems))
        return _refuse(_("The case has mistakes ({many}), so it was not played.").format(many=len(problems)))
    played = play([each for each in chain if isinstance(each, Case)], asked.out, every=asked.every)
    if asked.json:
        _print_json({"ok": played.fine, "case": asked.case.name} | asdict(played))
    else:
        _print_lines(told(played, asked.out))
    return FINE if played.fine else FINDINGS


def _check_content(asked: argparse.Namespace) -> int:
    from coachdesk.cases import check_case
    from coachdesk.content import CASES, EXAMPLES, Check, check_content
    from coachdesk.name_lists import NAMES, check_names

    checks: dict[str, Check] = {CASES: check_case, EXAMPLES: check_case, NAMES: check_names}
    found = check_content(asked.folder, checks=checks)
    _print_lines(map(str, found))
    mistakes = sum(not each.note for each in found)
    if not mistakes:
        print(_("No mistakes were found."))
        return FINE
    print(_("{many} mistakes were found.").format(many=mistakes))
    return FINDINGS


def _verify(asked: argparse.Namespace) -> int:
    from coachdesk.paper_check import check_file
    from coachdesk.terminal import passphrase

    if asked.passphrase_stdin and asked.vault is None:
        asked.wrong(_("A passphrase is for a vault: name it with --vault."))
    secret = "" if asked.vault is None else passphrase(from_stdin=asked.passphrase_stdin)
    checked = check_file(asked.file, asked.vault, secret)
    if asked.json:
        _print_json(checked.as_json())
    else:
        _print_lines(checked.lines())
    return FINE if checked.fine else FINDINGS


def _demo(asked: argparse.Namespace) -> int:
    from coachdesk.application import Setting
    from coachdesk.clock import today
    from coachdesk.demo import PASSPHRASE, make_demo
    from coachdesk.policy import Policy

    place: Path = asked.vault.absolute()
    setting = Setting(folder=place.parent, keychain=None, policy=Policy(), name=place.stem)
    make_demo(setting, today()).close()
    print(_("The practice vault {place} is ready. Everybody in it is invented.").format(place=setting.files.vault))
    print(_("Its passphrase is: {passphrase}").format(passphrase=PASSPHRASE))
    return FINE


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _print_json(content: Mapping[str, object] | Sequence[object]) -> None:
    print(json.dumps(content, ensure_ascii=False, indent=2))


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)
    return REFUSED


def _bug(error: Exception) -> str:
    where = f"{type(error).__name__} in {place_of(error)}"
    return _("This is a mistake in the program ({where}). Please report it.").format(where=where)
