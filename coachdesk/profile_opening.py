"""A site profile that a coach opens: looked at first, then taken into the coach's own folder or left.

The copy is kept with its signature, and both are checked again each time, so that a policy that changes its mind holds at
once. A copy that does not count any more is left out: it keeps nobody from working.
"""

import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.paths import PROFILE
from coachdesk.policy import Policy, ProfileRule
from coachdesk.signing import ENDING, Verdict, judge
from coachdesk.site_profile import LARGEST, SiteProfile, load_profile
from coachdesk.vault.files import write_whole


@dataclass(frozen=True, slots=True)
class OfferedProfile:
    """A profile that could be taken, with the bytes that it was read from and those of its signature, if there is one."""

    profile: SiteProfile
    content: bytes
    signature: bytes | None


def look_at(path: Path, policy: Policy) -> OfferedProfile:
    """What a profile would set. Nothing is taken yet.

    Raises:
        AppError: "profile.not-allowed" where the policy takes none from coaches; "policy.no-file"; "profile.not-signed";
            "profile.invalid" with how `many` mistakes there are, and `all` of them in words.
    """
    if policy.profile_from_coach is ProfileRule.NEVER:
        raise AppError("profile.not-allowed")
    content, signature = _bytes(path), _bytes(path.with_name(path.name + ENDING))
    if content is None:
        raise AppError("policy.no-file", file=path.name)
    if policy.profile_from_coach is ProfileRule.SIGNED and not _is_signed(content, signature, policy):
        raise AppError("profile.not-signed", file=path.name)
    profile = _read(content)
    if isinstance(profile, SiteProfile):
        return OfferedProfile(profile, content, signature)
    raise AppError("profile.invalid", many=len(profile), all="\n".join(map(str, profile)))


def take(offered: OfferedProfile, folder: Path) -> None:
    """Keep a profile that was looked at: it counts from the next time that a vault is opened.

    Raises:
        AppError: "vault.disk-full", "vault.cannot-write"; the one before still counts then.
    """
    beside = folder / f"{PROFILE}{ENDING}"
    if offered.signature is None:
        with suppress(FileNotFoundError):
            beside.unlink()
    else:
        write_whole(beside, offered.signature)
    write_whole(folder / PROFILE, offered.content)


def drop(folder: Path) -> None:
    """Go back to what holds without a profile of the coach's own."""
    for name in (PROFILE, f"{PROFILE}{ENDING}"):
        with suppress(FileNotFoundError):
            (folder / name).unlink()


def still_counts(folder: Path, policy: Policy) -> SiteProfile | None:
    """The profile that the coach took; None where there is none, or the policy or the file no longer lets it count."""
    try:
        return look_at(folder / PROFILE, policy).profile
    except AppError:
        return None


def _read(content: bytes) -> SiteProfile | tuple[object, ...]:
    try:
        return load_profile(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise AppError("policy.no-file", file=PROFILE) from None


def _is_signed(content: bytes, signature: bytes | None, policy: Policy) -> bool:
    if signature is None or not policy.content_key:
        return False
    return judge(signature.decode("ascii", "replace"), PROFILE, content, policy.content_key) is Verdict.GOOD


def _bytes(path: Path) -> bytes | None:
    """The bytes of a plain file; None where there is none to read, or it is too large."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            return None
        return path.read_bytes()
    except OSError:
        return None
