"""Files as an organisation sends them out to its machines: signed with a real key, or with none, or with another."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coachdesk.content import Content, Origin, Source, read_content
from coachdesk.interviews import Problem
from coachdesk.paths import resources
from coachdesk.policy import Policy
from coachdesk.signing import public_key_of, signature
from coachdesk.site_content import Places, with_site

KEY, OTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
SIGNED, TRYING = Policy(content_key=public_key_of(KEY)), Policy(unsigned_content_allowed=True)
PROGRAM = read_content()
SHIPPED = resources("rules", "uc-gb.toml").read_text("utf-8")
OF_THE_PROGRAM = (PROGRAM.rules.version.isoformat(), Origin.PROGRAM)
FILE = "content/rules/uc-gb.toml"
WAGE = """
[[rules]]
id = "wage-2027"
topic = "wage"
text = "From 1 April 2027 the National Living Wage is 13.10 pounds an hour from 21, and less below that age."
authority = "regulation"
citation = "National Minimum Wage (Amendment) Regulations 2027"
jurisdiction = "gb"
valid_from = 2027-04-01
valid_until = 2028-03-31
discretion = "must"
status = "read"
checked_on = 2027-02-01
[rules.values]
apprentice = "8.40"
bands = [{ from_age = 21, rate = "13.10" }, { from_age = 18, rate = "11.20" }, { from_age = 0, rate = "8.40" }]
"""


def rules(version: str = "2027-02-01", *, more: str = WAGE) -> bytes:
    """The rules of the program with next year's wage."""
    return (SHIPPED.replace(f"version = {PROGRAM.rules.version}", f"version = {version}", 1) + more).encode()


def send(
    where: Places,
    content: bytes,
    *,
    by: Ed25519PrivateKey | None = KEY,
    name: str = "uc-gb.toml",
    as_: str = "",
    folder: str = "rules",
) -> Path:
    """Put a file into the machine's folder, with its signature unless nobody signs it."""
    file = where.site / folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    beside = file.with_name(f"{name}.sig")
    beside.unlink(missing_ok=True)
    if by is not None:
        beside.write_text(signature(as_ or name, content, by), "ascii")
    return file


def empty(folder: Path) -> Places:
    """A machine that was sent nothing yet."""
    (folder / "machine" / "content" / "rules").mkdir(parents=True)
    return Places(folder / "machine" / "content", folder / "own" / "content")


def refused(where: Places, policy: Policy = SIGNED) -> list[tuple[str, str]]:
    """What is named beside the mistakes of the program's own content."""
    return [(each.file, each.code) for each in mistakes(where, policy)]


def mistakes(where: Places, policy: Policy = SIGNED) -> list[Problem]:
    return [each for each in with_site(PROGRAM, policy, where).problems if each.file.startswith("content/")]


def version(where: Places, policy: Policy = SIGNED) -> tuple[str, Origin]:
    content = with_site(PROGRAM, policy, where)
    return content.rules.version.isoformat(), source(content).origin


def source(content: Content, file: str = "rules/uc-gb.toml") -> Source:
    """Where a file in use came from."""
    return content.sources.get(file, Source())
