"""The template of a policy file, made from the settings themselves, so that nothing is missing in it."""

import json
import textwrap
from collections.abc import Iterator
from itertools import groupby

from coachdesk.policy.policy import Setting, Value, settings

_WIDTH = 118
_HEAD = (
    "CoachDesk: what an organisation may fix. Copy it to the machine's configuration folder as policy.toml, take the # "
    "away from the lines that you want to fix, and change them. What is fixed here cannot be changed in the program. "
    "The values shown are those that hold without this file."
)


def template() -> str:
    """The text of `packaging/policy.toml`: every setting with what it does, its range and its default."""
    parts = ["\n".join(_comment(_HEAD))]
    for group, some in groupby(settings(), key=lambda each: each.group):
        parts.append(f"# --- {group} ---")
        parts += ["\n".join((*_comment(each.about.doc), *_range(each), f"#{line(each)}")) for each in some]
    return "\n\n".join(parts) + "\n"


def line(setting: Setting) -> str:
    """The line of a file that sets a setting to its default."""
    return f"{setting.name} = {written(setting.default)}"


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


def _range(setting: Setting) -> Iterator[str]:
    if words := in_words(setting):
        yield f"# {words}"


def _comment(words: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
