"""The policy file of this machine: where it lies, whether it can be trusted, and what holds together with a site profile.

It counts whole or not at all: a file with a mistake, one that somebody without administrator's rights could change, and,
where the program's folder names a key, one that this key did not sign, are refused, and nothing is opened.
"""

import base64
import os
import re
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Final

from coachdesk.errors import AppError
from coachdesk.paths import POLICY, PROFILE, data_folder, lies, machine_folder, program_folder
from coachdesk.policy import Policy, require_policy, with_values, without_mistakes
from coachdesk.site_profile import LARGEST, SiteProfile, load_profile

ANCHOR: Final = "policy-key.pub"
"""In the program's folder: one line, the public key that has to have signed the policy file."""

_ADMINISTRATORS: Final = frozenset({0, Path("/").stat().st_uid} if sys.platform != "win32" else set[int]())


@dataclass(frozen=True, slots=True)
class PolicyPlaces:
    """Where what rules a machine lies.

    Attributes:
        machine: the machine's configuration folder.
        program: the folder of the program, which may hold the policy instead, and holds the key that signs it.
        own: the coach's own folder, where a profile lies that was opened in the window; None: there is none.
        owners: numbers of the users who may own what rules the machine (not on Windows).
    """

    machine: Path = field(default_factory=machine_folder)
    program: Path = field(default_factory=program_folder)
    own: Path | None = None
    owners: frozenset[int] = _ADMINISTRATORS


def places() -> PolicyPlaces:
    """Those of this machine and this coach."""
    return PolicyPlaces(own=data_folder())


def read_policy(where: PolicyPlaces | None = None) -> Policy:
    """What holds on this machine: what is enforced, then a site profile, then defaults. The program's own without a file.

    Raises:
        AppError: "policy.invalid", "policy.unreadable", "policy.changeable", "policy.two-files", "policy.not-signed",
            "policy.missing"; "profile.invalid" of a profile that an administrator laid. Nothing is half obeyed.
    """
    where = where or places()
    policy = _policy(where)
    return with_profile(with_profile(policy, machine_profile(where)), own_profile(where, policy))


def policy_in_danger(where: PolicyPlaces) -> Policy:
    """What the safety panel goes by, which is never refused: a mistake takes no number away but the one that it is in.

    A file that somebody else could have changed, or that has not the signature it needs, is not looked at here either.
    """
    policy = Policy()
    with suppress(AppError):
        policy = _policy(where, without_mistakes)
    return reduce(with_profile, reversed(profiles(where, policy)), policy)


def policy_path(where: PolicyPlaces) -> Path | None:
    """The policy file; None where there is none. Raises AppError("policy.two-files", "policy.unreadable")."""
    found = [each / POLICY for each in (where.machine, where.program) if _lies(each / POLICY)]
    if len(found) > 1:
        raise AppError("policy.two-files", first=str(found[0]), second=str(found[1]))
    return found[0] if found else None


def with_profile(policy: Policy, profile: SiteProfile | None) -> Policy:
    """The policy with what a profile sets, as far as nothing is enforced."""
    if profile is None:
        return policy
    free = {name: value for name, value in profile.settings.items() if name not in policy.fixed}
    return replace(with_values(policy, free), profile=policy.profile | free.keys())


def machine_profile(where: PolicyPlaces) -> SiteProfile | None:
    """The profile that an administrator laid; None where there is none. Errors as `read_policy`."""
    path = where.machine / PROFILE
    if not _lies(path):
        return None
    profile = load_profile(_text(path, _trusted(path, where)))
    if isinstance(profile, SiteProfile):
        return profile
    raise AppError("profile.invalid", many=len(profile), all="\n".join(map(str, profile)))


def own_profile(where: PolicyPlaces, policy: Policy) -> SiteProfile | None:
    """The profile that the coach opened; None where there is none, or it may not count any more."""
    if where.own is None or not os.path.lexists(where.own / PROFILE):
        return None
    from coachdesk.profile_opening import still_counts

    return still_counts(where.own, policy)


def profiles(where: PolicyPlaces, policy: Policy) -> tuple[SiteProfile, ...]:
    """The profile that the coach opened and the one that an administrator laid, in this order; a broken one is left out.

    What is wrong with it is said when the program opens; whoever asks here, the safety panel too, is never refused.
    """
    own, laid = own_profile(where, policy), None
    with suppress(AppError):
        laid = machine_profile(where)
    return tuple(each for each in (own, laid) if each is not None)


def changeable(path: Path, owners: frozenset[int]) -> bool:
    """Whether somebody without administrator's rights could change a file, or put another one in its place."""
    if sys.platform == "win32":
        return _opens_for_writing(path)
    return any(_others_write(each, owners) for each in {*_line(path.absolute()), *_line(path.resolve())})


def draft(file: Path) -> str:
    """The text of a policy, a profile or a signature that rules nothing yet. Raises AppError("policy.no-file")."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
        if len(content) <= LARGEST:
            return _decoded(content)
    except (OSError, UnicodeDecodeError):
        pass
    raise AppError("policy.no-file", file=str(file))


def is_signed(content: bytes, signature: str, where: PolicyPlaces) -> bool:
    """Whether a policy would pass the key beside the program; where none lies there, every one does."""
    key = _anchor(where)
    return not key or _holds(signature, POLICY, content, key)


def whom_to_call(text: str) -> str:
    """The `support_contact` that a policy file names, even where it has mistakes; empty where it names none."""
    found = re.search(r'^\s*support_contact\s*=\s*"([^"\\\n]+)"', text, re.MULTILINE)
    return found[1] if found else ""


def _policy(where: PolicyPlaces, read: Callable[[str], Policy] = require_policy) -> Policy:
    path, key = policy_path(where), _anchor(where)
    if path is None:
        if key:
            raise AppError("policy.missing", key=str(where.program / ANCHOR))
        return Policy()
    content = _trusted(path, where)
    if key:
        _require_signed(path, content, key, where)
    text = _text(path, content)
    try:
        return read(text)
    except AppError as error:
        raise AppError(error.code, **error.details, support=whom_to_call(text)) from None


def _lies(path: Path) -> bool:
    """Whether a file is there; refused where that cannot be seen: what nobody may read is no missing file."""
    try:
        return lies(path)
    except OSError:
        raise AppError("policy.unreadable", file=str(path)) from None


def _trusted(path: Path, where: PolicyPlaces) -> bytes:
    try:
        if changeable(path, where.owners):
            raise AppError("policy.changeable", file=str(path))
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, RuntimeError):  # the second is what links in a circle end in
        raise AppError("policy.unreadable", file=str(path)) from None
    if len(content) > LARGEST:
        raise AppError("policy.unreadable", file=str(path))
    return content


def _text(path: Path, content: bytes) -> str:
    try:
        return _decoded(content)
    except UnicodeDecodeError:
        raise AppError("policy.unreadable", file=str(path)) from None


def _decoded(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\r\n", "\n")  # as editors of Windows write it


def _anchor(where: PolicyPlaces) -> str:
    path = where.program / ANCHOR
    if not _lies(path):
        return ""
    key = _text(path, _trusted(path, where)).strip()
    try:
        if len(base64.b64decode(key, validate=True)) == 32:
            return key
    except ValueError:
        pass
    raise AppError("policy.unreadable", file=str(path))


def _require_signed(path: Path, content: bytes, key: str, where: PolicyPlaces) -> None:
    from coachdesk.signing import ENDING

    beside = path.with_name(path.name + ENDING)
    text = _text(beside, _trusted(beside, where)) if beside.exists() else ""
    if not _holds(text, path.name, content, key):
        raise AppError("policy.not-signed", file=str(path))


def _holds(signature: str, name: str, content: bytes, key: str) -> bool:
    from coachdesk.signing import Verdict, judge

    return judge(signature, name, content, key) is Verdict.GOOD


def _line(path: Path) -> list[Path]:
    return [path, *path.parents]


def _others_write(path: Path, owners: frozenset[int]) -> bool:
    found = path.lstat()
    if found.st_uid not in owners:
        return True
    if stat.S_ISLNK(found.st_mode):
        return False
    by_group = found.st_mode & stat.S_IWGRP and found.st_gid != 0
    # In a folder that keeps to owners, as /tmp does, nobody can move what is another's.
    kept_to_owners = stat.S_ISDIR(found.st_mode) and found.st_mode & stat.S_ISVTX
    return bool((by_group or found.st_mode & stat.S_IWOTH) and not kept_to_owners)


def _opens_for_writing(path: Path) -> bool:
    """As whoever runs the program; an administrator may change anything, which says nothing (untested on Windows)."""
    if sys.platform != "win32":
        return False
    import ctypes

    if ctypes.windll.shell32.IsUserAnAdmin():
        return False
    try:
        path.open("r+b").close()
    except PermissionError:
        return False
    return True
