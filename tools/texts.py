"""The catalogues: gather every text of the program, bring each language up to date, compile. And what says every setting."""

from tools import OUT, ROOT, environments
from tools.process import run

KEYWORDS = ("-k", "_", "-k", "gettext", "-k", "N_", "-k", "ngettext:1,2")
LOCALE = ROOT / "resources" / "locale"

_POLICY = """
import sys
from pathlib import Path
from coachdesk.policy.template import REFERENCE, reference, template
file, page = map(Path, sys.argv[1:])
file.write_text(template(), "utf-8")
by_hand, _, _made = page.read_text("utf-8").partition(REFERENCE)
page.write_text(by_hand + reference(), "utf-8")
"""


def texts() -> int:
    """`texts`: new texts come without a translation, those that are gone go, hand-written ones stay."""
    babel = environments.main().with_name("pybabel")
    template = OUT / "coachdesk.pot"
    OUT.mkdir(exist_ok=True)
    steps = (
        ["extract", "--no-location", "--sort-output", *KEYWORDS, "-o", str(template), "coachdesk", "ui"],
        ["update", "-i", str(template), "-d", str(LOCALE), "-D", "coachdesk", "--no-fuzzy-matching", "--no-wrap",
         "--ignore-obsolete"],
        ["compile", "-d", str(LOCALE), "-D", "coachdesk"],
    )  # fmt: skip
    return next((code for step in steps if (code := run([str(babel), *step]))), 0) or policy()


def policy() -> int:
    """The template of the policy file and the reference of its settings, from the settings themselves."""
    return run(
        [
            str(environments.main()),
            "-c",
            _POLICY,
            str(ROOT / "packaging" / "policy.toml"),
            str(ROOT / "docs" / "policy.md"),
        ]
    )
