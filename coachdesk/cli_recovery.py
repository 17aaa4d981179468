"""The verbs with which an organisation recovers a vault that its coach cannot open (docs/command-line.md)."""

import argparse
from collections.abc import Callable
from pathlib import Path

from coachdesk.i18n import _

_KEY = Path("coachdesk-recovery.key")


def add_to(make: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]) -> None:
    """Add the verbs; `make` gives a parser for a name, what it does and what it means."""
    keygen = make("recovery-keygen", _keygen, "make the key that vaults are recovered with")
    keygen.add_argument(
        "key", metavar="KEYFILE", type=Path, nargs="?", default=_KEY, help=f"a new file; {_KEY}, if none"
    )
    recover = make("recover", _recover, "put what a vault holds into a new one, for whoever cannot open it any more")
    recover.add_argument("vault", metavar="VAULT", type=Path, help="its file; it stays as it is")
    recover.add_argument(
        "--into", metavar="FILE", type=Path, required=True, help="the new vault; none may be there yet"
    )
    recover.add_argument("--key", metavar="KEYFILE", type=Path, default=_KEY, help=f"{_KEY}, if none")
    recover.add_argument(
        "--second-key", metavar="KEYFILE", type=Path, help="of the second person: sealed answers are recovered as well"
    )
    for each in (keygen, recover):
        each.add_argument(
            "--passphrase-stdin", action="store_true", help="standard input has each passphrase, a line each"
        )


def _keygen(asked: argparse.Namespace) -> int:
    from coachdesk.signing import fingerprint
    from coachdesk.terminal import passphrase
    from coachdesk.vault.organisation_key import make

    public = make(asked.key, passphrase(from_stdin=asked.passphrase_stdin, new=True))
    print(
        _("The private key is in {file}. Keep it and its passphrase apart, and a copy of both.").format(file=asked.key)
    )
    print(_("Keep it on no computer that has vaults."))
    print(_("Fingerprint: {fingerprint}").format(fingerprint=fingerprint(public)))
    print(_("The line for the policy file of every machine; for the second person it is second_recovery_key:"))
    print(f'recovery_key = "{public}"')
    return 0


def _recover(asked: argparse.Namespace) -> int:
    from coachdesk.application import Setting
    from coachdesk.policy_file import read_policy
    from coachdesk.recovering import OrganisationKeys, recover_vault
    from coachdesk.terminal import passphrase
    from coachdesk.vault import keychain_for
    from coachdesk.vault.organisation_key import read

    def said(question: str, *, new: bool = False) -> str:
        return passphrase(from_stdin=asked.passphrase_stdin, new=new, question=question)

    first = read(asked.key, said(_("Passphrase of the organisation's key: ")))
    second = None
    if asked.second_key is not None:
        second = read(asked.second_key, said(_("Passphrase of the second person's key: ")))
    policy, place = read_policy(), asked.into.absolute()
    into = Setting(folder=place.parent, keychain=keychain_for(policy.keychain), policy=policy, name=place.stem)
    words = recover_vault(
        asked.vault.absolute(),
        OrganisationKeys(first, second),
        into,
        passphrase=said(_("Passphrase of the new vault: "), new=True),
    )
    print(_("The new vault is {place}.").format(place=into.files.vault))
    print(_("Its recovery key, shown this once: {key}").format(key=words))
    if second is None:
        print(_("Sealed answers stay closed in it."))
    else:
        print(_("Sealed answers open in it, and the people whose answers they are can see that."))
    print(_("Make sure that whoever works with it now changes the passphrase."))
    return 0
