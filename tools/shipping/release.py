"""The folder of a release, from the two bundles: signed, packed, with its papers and the sums of everything in it."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from coachdesk import __version__
from tools import ROOT, checkout
from tools.shipping import TARGETS, debian, msi, notices, papers, sbom, sealing, signing
from tools.shipping.release_notes import notes

SUMS = "SHA256SUMS"
NOTES = "RELEASE-NOTES.md"


def make(windows: Path, linux: Path, into: Path, who: signing.Signer, say: Callable[[str], None] = print) -> None:
    """Fill the folder of a release; whatever was there is gone.

    Args:
        windows: the assembled folder, whose programs are signed in it.
        linux: the bundle, with its papers.
        into: the folder of the release.
        who: signs.
        say: where a line about what is going on goes.
    """
    words = notes(
        (ROOT / "CHANGELOG.md").read_text("utf-8"), __version__, commit=checkout.source(), signed=who.sentence()
    )  # first: without them there is nothing to make
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    say(f"{signing.sign_all(signing.unsigned(windows), who)} programs and libraries that nobody had signed are signed.")
    papers.write(windows, "windows")  # now: the list of files holds their sums
    installer = into / msi.name(__version__, test=who.test is not None)
    msi.make(windows, __version__, installer)
    signing.sign(installer, who)
    debian.build(linux, into)
    for target, folder in zip(TARGETS, (linux, windows), strict=True):
        shutil.copyfile(folder / sbom.FILE, into / f"coachdesk-{__version__}-{target}.cdx.json")
        shutil.copyfile(folder / notices.FILE, into / f"THIRD-PARTY-NOTICES-{target}.txt")
    if who.test is not None:
        shutil.copyfile(who.test, into / who.test.name)
    (into / NOTES).write_text(words, "utf-8", newline="\n")
    (into / SUMS).write_text(sums(into), "utf-8", newline="\n")
    sealing.seal(into / SUMS, who)
    for path in sorted(into.iterdir()):
        say(f"{path.stat().st_size / 2**20:8.2f} MB  {path.name}")


def sums(folder: Path) -> str:
    """A line for every file of a folder but the sums themselves and their signature, as `sha256sum --check` reads them."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.stem != SUMS)
    return "".join(f"{_digest(path)}  {path.name}\n" for path in files)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
