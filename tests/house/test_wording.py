"""Words that may never be shown or printed, in any text of ours (interviews.md 3 and 8). The words of people are free."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parents[2]
NEVER = re.compile(
    r"sanction|disagree|cooling.off|switch(ed|es)? off|light touch|consent|\bcustomers?\b|\bclients?\b|!|LCWRA|working copy"
    r"|by law you|no capacity|not eligible|evidence overdue|claimant commitment|claim will be closed"
    r"|nothing happens to your payment",
    re.IGNORECASE,
)
KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2)}


def of_the_program() -> Iterator[str]:
    for part in ("coachdesk", "ui"):
        found = extract_from_dir(ROOT / part, method_map=[("**.py", "python")], keywords=KEYWORDS)
        for _file, _line, words, _notes, _context in found:
            yield from (words,) if isinstance(words, str) else (each for each in words if each)


def of_the_interviews() -> Iterator[str]:
    for file in (ROOT / "resources" / "interviews").glob("*.toml"):
        yield from _strings(tomllib.loads(file.read_text("utf-8")))


def of_the_rules() -> Iterator[str]:
    for file in (ROOT / "resources" / "rules").glob("*.toml"):
        for rule in tomllib.loads(file.read_text("utf-8"))["rules"]:
            shown = (rule["text"], *(rule.get("values", {}).get(key, "") for key in ("label", "neutral_label")))
            yield from (text for text in shown if text)


def _strings(value: object) -> Iterator[str]:
    """Every text with a space or a capital in it; the rest are names of kinds and of choices."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, str) and not re.fullmatch(r"[a-z_.]+", value):
        yield value


def test_no_text_of_ours_says_what_may_never_be_said() -> None:
    texts = [*of_the_program(), *of_the_interviews(), *of_the_rules()]
    assert len(texts) > 1000
    assert [text for text in texts if NEVER.search(text)] == []
