"""What an organisation sends out between two versions of the program: signed files in the machine's content folder.

The folder is laid out like `resources/`; this version takes rules from it. A file that cannot be trusted, has mistakes or
is older than what is there is named and not used: the last good one of the organisation, of which a copy is kept with
its signature and checked again each time, stays in use; where there is none, the rules of the program do.
"""

import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from coachdesk.content import RULES, Content, read_content
from coachdesk.errors import AppError
from coachdesk.interviews.problems import Problem
from coachdesk.paths import data_folder, machine_folder
from coachdesk.policy import Policy
from coachdesk.policy_file import read_policy
from coachdesk.requirements.loader import load_rules
from coachdesk.requirements.rule import Rules
from coachdesk.requirements.rule_changes import changes
from coachdesk.requirements.rule_source import OF_THE_PROGRAM, Origin, RulesSource
from coachdesk.signing import ENDING, Verdict, fingerprint, judge
from coachdesk.vault.files import write_whole

LARGEST: Final = 4 * 1024 * 1024
"""Bytes of the largest file that is looked at; the rules of the program have less than a tenth of it."""

_FOLDER: Final = "content"
_LARGEST_SIGNATURE: Final = 4 * 1024
_MOST_NAMED: Final = 20
_UNTRUSTED: Final = {
    Verdict.NO_SIGNATURE: ("no-signature", "The file beside it that should hold its signature holds none."),
    Verdict.OTHER_KEY: ("other-key", "It is signed with another key than the one that the policy names."),
    Verdict.ALTERED: ("altered", "It is not as it was signed: its words or its name were changed."),
}


@dataclass(frozen=True, slots=True)
class Places:
    """The machine's content folder, and where the coach's own data keep the last good files of it."""

    site: Path
    kept: Path


@dataclass(frozen=True, slots=True)
class _Good:
    """Rules that can be trusted and have no mistake, with the bytes that they were read from."""

    rules: Rules
    content: bytes
    signature: bytes | None
    signed_by: str


def places() -> Places:
    """Those of this machine and this coach."""
    return Places(machine_folder() / _FOLDER, data_folder() / _FOLDER)


def content_here() -> Content:
    """The content in use on this machine; AppErrors of `read_policy`."""
    return content_in_use(read_policy(), places())


def content_in_use(policy: Policy, where: Places | None) -> Content:
    """The content of the program with the organisation's on top, where places are named and the policy wants any."""
    content = read_content()
    return content if where is None or not policy.site_content_allowed else with_site(content, policy, where)


def with_site(content: Content, policy: Policy, where: Places) -> Content:
    """The content of the program with the organisation's on top.

    Nothing that lies in the folder keeps this from giving an answer: it is named among the problems.
    """
    problems: list[Problem] = []
    in_use, source = _rules(content.rules, policy, where, problems)
    named = (replace(each, file=f"{_FOLDER}/{RULES}/{each.file}") for each in problems)
    others = _not_used(where.site, content.rules.file)
    return replace(content, rules=in_use, rules_source=source, problems=(*content.problems, *named, *others))


def is_of_site(problem: Problem) -> bool:
    """Whether a problem is about a file of the machine's content folder."""
    return problem.file.startswith(f"{_FOLDER}/")


def plain_bytes(path: Path, largest: int) -> bytes | Problem | None:
    """The bytes of a plain file; None where there is none; what is wrong with a link, a folder, or too large a file."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return _problem(path, "not-plain", "It is no plain file but a link or a folder. Put the file itself there.")
        if found.st_size > largest:
            return _problem(path, "too-large", f"It is too large: more than {largest // 1024} KiB.")
        with path.open("rb") as file:
            return file.read(largest)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return _problem(path, "unreadable", "It cannot be read: ask for the right to read it.")


def _rules(program: Rules, policy: Policy, where: Places, problems: list[Problem]) -> tuple[Rules, RulesSource]:
    """The rules to use and where they came from; what was refused is added to the problems."""
    offered_at, kept_at = where.site / RULES / program.file, where.kept / RULES / program.file
    offered = _good(offered_at, policy)
    if offered is None:  # there never was one, or the organisation has taken it back
        _forget(kept_at)
        return program, OF_THE_PROGRAM
    last = _last(kept_at, offered, program, policy)
    refused = _too_old(offered, program, last) if isinstance(offered, _Good) else offered
    if isinstance(offered, _Good) and not refused:
        if offered.rules.version == program.version:
            return program, OF_THE_PROGRAM
        if last is not offered:
            problems += _keep(kept_at, offered)
        return offered.rules, RulesSource(Origin.SITE, offered.signed_by, program)
    problems += refused
    if last is None:
        return program, OF_THE_PROGRAM
    return last.rules, RulesSource(Origin.KEPT, last.signed_by, program)


def _good(path: Path, policy: Policy) -> _Good | tuple[Problem, ...] | None:
    """The rules of a file that can be trusted and has no mistake; all that is wrong with it; None where there is none."""
    content, signature = plain_bytes(path, LARGEST), plain_bytes(_beside(path), _LARGEST_SIGNATURE)
    if content is None:
        return None
    if isinstance(content, Problem):
        return (content,)
    if isinstance(signature, Problem):
        return (signature,)
    untrusted = _untrusted(path, content, signature, policy)
    loaded = (untrusted,) if untrusted else _loaded(path, content)
    if isinstance(loaded, tuple):
        return loaded
    signed = signature is not None and policy.content_key
    return _Good(loaded, content, signature, fingerprint(policy.content_key) if signed else "")


def _loaded(path: Path, content: bytes) -> Rules | tuple[Problem, ...]:
    try:
        return load_rules(content.decode(), name=path.name)
    except UnicodeDecodeError:
        return (_problem(path, "unreadable", "It is no UTF-8 text."),)
    except RecursionError:
        return (_problem(path, "too-deep", "Its lists and tables lie too deep in one another to be read."),)


def _untrusted(path: Path, content: bytes, signature: bytes | None, policy: Policy) -> Problem | None:
    """Why the policy does not let this file be used. One that is signed has to be signed well, whatever is allowed."""
    if signature is not None and policy.content_key:
        verdict = judge(signature.decode("ascii", "replace"), path.name, content, policy.content_key)
        return _problem(path, *_UNTRUSTED[verdict]) if verdict in _UNTRUSTED else None
    if policy.unsigned_content_allowed:
        return None
    if signature is None:
        return _problem(path, "unsigned", f"It is not signed: there is no {path.name}{ENDING} beside it.")
    return _problem(path, "no-key", "Nobody can tell who signed it: the policy names no key (content_key).")


def _last(kept_at: Path, offered: _Good | tuple[Problem, ...], program: Rules, policy: Policy) -> _Good | None:
    """The last good rules of the organisation, where they are newer than the program's; `offered` where it is they."""
    if isinstance(offered, _Good):
        kept = plain_bytes(kept_at, LARGEST), plain_bytes(_beside(kept_at), _LARGEST_SIGNATURE)
        if kept == (offered.content, offered.signature):
            return offered
    last = _good(kept_at, policy)
    return last if isinstance(last, _Good) and program.version < last.rules.version else None


def _too_old(offered: _Good, program: Rules, last: _Good | None) -> tuple[Problem, ...]:
    """Why rules do not take the place of others: nothing goes back, and no version is given twice."""
    version, name = offered.rules.version, Path(offered.rules.file)
    if version < program.version:
        text = f"Its version, {version}, is older than that of the program, {program.version}."
        return (_problem(name, "older", text),)
    if last and version < last.rules.version:
        text = f"Its version, {version}, is older than the one before, {last.rules.version}. Give it a newer version."
        return (_problem(name, "older", text),)
    if version == program.version and changes(program, offered.rules):
        text = f"Its version, {version}, is that of the program, but it says other things. Give it a newer version."
        return (_problem(name, "same-version", text),)
    return ()


def _keep(kept_at: Path, good: _Good) -> tuple[Problem, ...]:
    """Keep a copy of good rules with their signature; a note where that does not work."""
    try:
        kept_at.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _forget(kept_at)
        if good.signature is not None:
            write_whole(_beside(kept_at), good.signature)
        write_whole(kept_at, good.content)
    except (OSError, AppError):
        text = "It is used, but no copy could be kept for the day on which a bad one comes."
        return (replace(_problem(kept_at, "not-kept", text), note=True),)
    return ()


def _forget(kept_at: Path) -> None:
    for path in (kept_at, _beside(kept_at)):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _not_used(site: Path, rule_file: str) -> Iterator[Problem]:
    """The files of the folder that nobody looks at, as far as anybody would read on."""
    used = site / RULES / rule_file
    others = (path for path in sorted((*site.glob("*.toml"), *site.glob("*/*.toml"))) if path != used)
    text = f"This version of the program takes only {RULES}/{rule_file} from here."
    for path in islice(others, _MOST_NAMED):
        yield Problem("site.not-used", f"{_FOLDER}/{path.relative_to(site).as_posix()}", "the file", text, note=True)


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ENDING)


def _problem(path: Path, code: str, text: str) -> Problem:
    return Problem(f"site.{code}", path.name, "the file", text)
