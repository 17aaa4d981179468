"""Laying down what rules a machine, as its administrator: a policy file, the name of the site, a place for vaults.

The installer for Windows calls it for its properties, and so can whoever sets up machines, on Linux too. Everything is
checked before anything is written. What is there already and says the same is left alone, so that an upgrade may say it
again; what says something else is never overwritten by a name of a site or a folder.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.folder_rights import each_makes_their_own, everybody_reads
from coachdesk.i18n import _
from coachdesk.paths import POLICY, PROFILE, lies
from coachdesk.policy import Policy, load_policy
from coachdesk.policy.template import written
from coachdesk.policy_file import PolicyPlaces, draft, is_signed
from coachdesk.signing import ENDING
from coachdesk.site_profile import SiteProfile, load_profile
from coachdesk.vault import places
from coachdesk.vault.files import write_whole


@dataclass(frozen=True, slots=True)
class MachineWish:
    """What is to hold on a machine; nothing of it is needed.

    Attributes:
        policy: a policy file, whose signature may lie beside it.
        site: the name of the jobcentre, as people know it.
        vaults: a folder for vaults (`vault_folder` of the policy).
    """

    policy: Path | None = None
    site: str = ""
    vaults: str = ""


def set_up(wish: MachineWish, where: PolicyPlaces) -> tuple[Path, ...]:
    """Lay down what a wish says in the machine's folder; the files that were written.

    Raises:
        AppError: "machine.mistakes" with `all` of them, a line each: nothing was written. "policy.no-file",
            "vault.disk-full", "vault.cannot-write".
    """
    files: dict[str, bytes] = {}
    machine = where.machine
    wrong = [*_policy(wish, machine, files), *_site(wish.site, machine, files)]
    wrong += _refused_at_the_start(files, where)
    if wrong:
        raise AppError("machine.mistakes", all="\n".join(wrong))
    _make_folders(machine, _vaults(wish, files))
    laid = tuple(_lay(machine / name, content) for name, content in files.items())
    if wish.policy is not None and POLICY + ENDING not in files:
        (machine / (POLICY + ENDING)).unlink(missing_ok=True)  # it was of another policy
    return laid


def root_of(vaults: str) -> Path | None:
    """What all coaches share of a folder for vaults: up to the first name of a variable. None where there is nothing."""
    fixed = Path(re.split(r"%", vaults, maxsplit=1)[0])
    fixed = fixed if "%" not in vaults or vaults.partition("%")[0].endswith(("/", "\\")) else fixed.parent
    return fixed if fixed.is_absolute() and fixed != Path(fixed.anchor) else None


def _policy(wish: MachineWish, machine: Path, files: dict[str, bytes]) -> Iterator[str]:
    """What is wrong with the policy; what is to be written goes into `files`."""
    if wish.policy is None and not wish.vaults:
        return
    source = wish.policy or machine / POLICY
    there = text = draft(source) if wish.policy or source.exists() else ""
    signature = source.with_name(source.name + ENDING)
    policy = load_policy(text)
    if isinstance(policy, Policy) and wish.vaults and policy.vault_folder != wish.vaults:
        if policy.vault_folder:
            yield _("The policy names another vault_folder already: {folder}.").format(folder=policy.vault_folder)
        if signature.exists():
            yield _("The policy is signed: write vault_folder into it and sign it again.")
        text = f"vault_folder = {written(wish.vaults)}\n{text}"
        policy = load_policy(text)
    if not isinstance(policy, Policy):
        yield from map(str, policy)
        return
    if policy.vault_folder:
        yield from _place(policy)
    if wish.policy is None and there == text:
        return  # it says so already, and may be signed
    files[POLICY] = text.encode()
    if wish.policy is not None and signature.exists():
        files[POLICY + ENDING] = draft(signature).encode()
        files[POLICY] = source.read_bytes()  # its very bytes are what was signed


def _refused_at_the_start(files: dict[str, bytes], where: PolicyPlaces) -> Iterator[str]:
    """What would close the program at its next start, although the policy has no mistake in it."""
    if POLICY not in files:
        return
    if lies(other := where.program / POLICY):
        yield _("There is a policy beside the program already: {file}. Change that one, or take it away.").format(
            file=other
        )
    if not is_signed(files[POLICY], files.get(POLICY + ENDING, b"").decode(), where):
        yield _("The policy is not signed with the key that this program was installed with.")


def _place(policy: Policy) -> Iterator[str]:
    root = root_of(policy.vault_folder)
    if root is None:
        return
    try:
        places.check(root, removable_allowed=policy.removable_allowed)
    except AppError as refused:
        from coachdesk.advice import sentence

        yield f"vault_folder: {sentence(refused)}"


def _site(name: str, machine: Path, files: dict[str, bytes]) -> Iterator[str]:
    if not name:
        return
    there = machine / PROFILE
    if there.exists():
        known = load_profile(draft(there))
        if not isinstance(known, SiteProfile) or known.settings.get("site_name") != name:
            yield _("There is another site profile already: {file}. Change that one, or take it away.").format(
                file=there
            )
        return
    text = f"name = {written(name)}\n\n[settings]\nsite_name = {written(name)}\n"
    made = load_profile(text)
    if not isinstance(made, SiteProfile):
        yield from map(str, made)
    files[PROFILE] = text.encode()


def _lay(path: Path, content: bytes) -> Path:
    write_whole(path, content)
    if sys.platform != "win32":
        path.chmod(0o644)  # coaches read it
    return path


def _vaults(wish: MachineWish, files: dict[str, bytes]) -> str:
    """The folder for vaults that will hold: the policy that is laid down may name one itself."""
    policy = load_policy(files[POLICY].decode("utf-8-sig")) if POLICY in files else None
    return policy.vault_folder if isinstance(policy, Policy) else wish.vaults


def _make_folders(machine: Path, vaults: str) -> None:
    """The machine's own, and what coaches share for their vaults; neither is left behind alone where one cannot be made."""
    is_new, root = not machine.exists(), root_of(vaults)
    folder = machine
    try:
        machine.mkdir(parents=True, exist_ok=True)
        everybody_reads(machine)
        if root is not None and not root.exists():
            folder = root
            root.mkdir(parents=True)
            each_makes_their_own(root)
    except OSError:
        if is_new:
            with suppress(OSError):
                machine.rmdir()
        words = _("The folder {folder} cannot be made here. Look at its drive; an administrator's rights are needed.")
        raise AppError("machine.mistakes", all=words.format(folder=folder)) from None
