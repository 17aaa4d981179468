"""The template of a policy file and the reference of its settings, made from the settings themselves: nothing is missing."""

import json
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from coachdesk.policy.policy import Setting, Value, settings
from coachdesk.policy.reading import DEFAULTS

REFERENCE: Final = "## Every setting"
"""The heading in `docs/policy.md` from which on it is made; what stands above is written by hand."""

_WIDTH = 118
_HEAD = (
    (
        "CoachDesk: what an organisation may fix; docs/policy.md says more. Copy it to the machine's configuration folder as "
        "policy.toml, take the # away from the lines that you want to fix, and change them. What is fixed here cannot be "
        "changed in the program. The values shown are those that hold without this file."
    ),
    "",
    (
        "To give a site or a coach something to start from that they may change, write the line below [defaults] instead. That "
        "goes for the settings that say so."
    ),
    "",
    "coachdesk-cli policy check policy.toml names every mistake. A file with a mistake opens nothing.",
)
_OWN = "May be a default."


def template() -> str:
    """The text of `packaging/policy.toml`: every setting with what it does, its range and its default."""
    parts = ["\n".join(line for words in _HEAD for line in _comment(words))]
    for group, some in _groups():
        parts.append(f"# --- {group} ---")
        parts += ["\n".join((*_above(each), f"#{each.name} = {written(each.default)}")) for each in some]
    own = next(each for each in settings() if each.about.own)
    last = (*_comment("Below here: where a site or a coach starts from."), f"#[{DEFAULTS}]")
    return "\n\n".join((*parts, "\n".join((*last, f"#{own.name} = {written(own.default)}")))) + "\n"


def reference() -> str:
    """The part of `docs/policy.md` that lists the settings."""
    parts = [REFERENCE, "*Default* says what holds where no file sets it; * marks what may stand below `[defaults]`."]
    for group, some in _groups():
        rows = [
            f"| `{each.name}`{' *' if each.about.own else ''} | {_cell(each)} | {_escaped(each)} |" for each in some
        ]
        parts.append(
            "\n".join((f"### {group}\n", "| setting | default, range | what it does |", "|---|---|---|", *rows))
        )
    return "\n\n".join(parts) + "\n"


def written(value: Value) -> str:
    """A value as TOML has it."""
    return json.dumps(value, ensure_ascii=False)


def in_words(setting: Setting) -> str:
    """What may be chosen, in a sentence; empty where any text may."""
    about = setting.about
    if about.most:
        return f"From {about.least} to {about.most}."
    if isinstance(setting.default, tuple):
        return f"One or more of: {', '.join(about.words)}."
    return f"One of: {', '.join(about.words)}." if about.words else ""


def _groups() -> Iterable[tuple[str, Iterator[Setting]]]:
    return groupby(settings(), key=lambda each: each.group)


def _above(setting: Setting) -> list[str]:
    facts = " ".join(each for each in (in_words(setting), _OWN if setting.about.own else "") if each)
    return [*_comment(setting.about.doc), *(_comment(facts) if facts else [])]


def _cell(setting: Setting) -> str:
    words = in_words(setting)
    return f"`{written(setting.default)}`{'. ' if words else ''}{words}"


def _escaped(setting: Setting) -> str:
    return setting.about.doc.replace("|", "\\|")


def _comment(words: str) -> list[str]:
    if not words:
        return ["#"]
    return textwrap.wrap(words, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
