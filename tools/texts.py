"""The catalogues: gather every text of the program, bring each language up to date, compile."""

from tools import OUT, ROOT, environments
from tools.process import run

KEYWORDS = ("-k", "_", "-k", "gettext", "-k", "N_", "-k", "ngettext:1,2")
LOCALE = ROOT / "resources" / "locale"


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
    return next((code for step in steps if (code := run([str(babel), *step]))), 0)
