"""The verbs about what an organisation signs: its keys, and the files that it sends out (docs/signed-content.md)."""

import argparse
from collections.abc import Callable
from pathlib import Path

from coachdesk.errors import AppError
from coachdesk.i18n import _

_KEY = Path("coachdesk-content.key")


def add_to(make: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]) -> None:
    """Add the verbs; `make` gives a parser for a name, what it does and what it means."""
    keygen = make("keygen", _keygen, "make the pair of keys that content is signed with")
    keygen.add_argument(
        "key", metavar="KEYFILE", type=Path, nargs="?", default=_KEY, help=f"a new file; {_KEY}, if none"
    )
    sign = make("sign-content", _sign_content, "sign a content file that has no mistakes")
    sign.add_argument("file", metavar="FILE", type=Path)
    sign.add_argument("--key", metavar="KEYFILE", type=Path, default=_KEY, help=f"what keygen made; {_KEY}, if none")
    for each in (keygen, sign):
        each.add_argument("--passphrase-stdin", action="store_true", help="the first line of standard input is it")


def _keygen(asked: argparse.Namespace) -> int:
    from coachdesk.signing import fingerprint, make_key
    from coachdesk.terminal import passphrase

    public = make_key(asked.key, passphrase(from_stdin=asked.passphrase_stdin, new=True))
    print(
        _("The private key is in {file}. Keep it and its passphrase apart, and a copy of both.").format(file=asked.key)
    )
    print(_("Fingerprint: {fingerprint}").format(fingerprint=fingerprint(public)))
    print(_("The line for the policy file of every machine:"))
    print(f'content_key = "{public}"')
    return 0


def _sign_content(asked: argparse.Namespace) -> int:
    from coachdesk.sending_out import checked
    from coachdesk.signing import fingerprint, open_key, public_key_of, sign_file
    from coachdesk.terminal import passphrase

    content, problems = checked(asked.file)
    for each in problems:
        print(each)
    mistakes = sum(not each.note for each in problems)
    if mistakes:
        raise AppError("content.has-problems", file=asked.file.name, many=mistakes)
    key = open_key(asked.key, passphrase(from_stdin=asked.passphrase_stdin))
    beside = sign_file(asked.file, content, key)
    print(_("The signature is in {file}. Send it out with the file that it signs.").format(file=beside))
    print(_("Fingerprint: {fingerprint}").format(fingerprint=fingerprint(public_key_of(key))))
    return 0
