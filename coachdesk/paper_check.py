"""What can be told of a file that says it is a commitment: from the file alone, and against the vault that issued it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from coachdesk.application import named_setting, open_vault
from coachdesk.documents.checker import Finding, verify
from coachdesk.documents.identity import Claim, claims
from coachdesk.i18n import _
from coachdesk.services import FileStanding, Verified, standing_words


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was looked at.

    Attributes:
        sha256: in hexadecimal.
        findings: what is wrong with it as a document.
        claim: which commitment it says it is; None where it does not say.
        verified: what it is, seen from a vault; None where no vault was asked.
    """

    name: str
    sha256: str
    findings: tuple[Finding, ...]
    claim: Claim | None
    verified: Verified | None

    @property
    def fine(self) -> bool:
        """Well formed, accessible, and, where a vault was asked, the one that was issued and that counts."""
        issued = self.verified is None or self.verified.standing is FileStanding.ISSUED
        return issued and not self.findings

    def as_json(self) -> dict[str, object]:
        """The document of `verify --json`."""
        claim, found = self.claim or Claim(""), self.verified
        return {
            "ok": self.fine,
            "file": self.name,
            "sha256": self.sha256,
            "findings": [asdict(each) for each in self.findings],
            "number": claim.number or None,
            "edition": claim.edition or None,
            "check_code": claim.code or None,
            "issued": found and found.standing.value,
            "superseded_by": (found and found.superseded_by) or None,
        }

    def lines(self) -> Iterator[str]:
        """The same for a person."""
        yield from (each.text for each in self.findings)
        if not self.findings:
            yield _("The file is well formed and accessible, as far as this program can tell.")
        if self.claim is not None:
            yield _claimed(self.claim)
        yield (
            _("Whether it is the one that was issued, unaltered, can be told only with the vault: --vault FILE.")
            if self.verified is None
            else standing_words(self.verified)
        )


def check_file(file: Path, vault: Path | None, passphrase: str) -> Checked:
    """Read a file and check it; against a vault where one is named, which is closed again afterwards.

    Args:
        file: the file.
        vault: the vault's file; None leaves it at the file alone.
        passphrase: of the vault.

    Raises:
        AppError: "documents.cannot-read"; with a vault as `open_vault`, so "vault.in-use" while a window has it.
    """
    found = verify(file)
    content = file.read_bytes()
    named = claims(content)
    verified = None if vault is None else _against(vault, passphrase, content)
    return Checked(file.name, found.sha256, found.findings, named[0] if named else None, verified)


def _claimed(claim: Claim) -> str:
    if not claim.edition:
        return _("It names the number {number}.").format(number=claim.number)
    if not claim.code:
        return _("It says that it is {number}, edition {edition}.").format(number=claim.number, edition=claim.edition)
    return _("It says that it is {number}, edition {edition}, check code {code}.").format(
        number=claim.number, edition=claim.edition, code=claim.code
    )


def _against(vault: Path, passphrase: str, content: bytes) -> Verified:
    opened = open_vault(named_setting(vault), passphrase)
    try:
        return opened.services.editions.verify(content)
    finally:
        opened.close()
