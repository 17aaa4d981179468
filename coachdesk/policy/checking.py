"""What is wrong with the value that somebody gave a setting, in a sentence for whoever wrote it."""

import base64
import difflib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coachdesk.i18n import _
from coachdesk.policy.kinds import About
from coachdesk.policy.policy import Setting


@dataclass(frozen=True, slots=True)
class PolicyProblem:
    """One mistake in a policy file or a site profile.

    Attributes:
        code: stable, "policy.unknown".
        place: the setting, or where the file cannot be read.
        text: the mistake in a sentence, for the administrator.
        line: of the file, from 1; 0 where the place says it.
    """

    code: str
    place: str
    text: str
    line: int = 0

    def __str__(self) -> str:
        """As the command line and the page that refuses to open say it."""
        where = _("line {line}, {place}").format(line=self.line, place=self.place) if self.line else self.place
        return f"{where}: {self.text}"


def unknown(name: str, known: Collection[str]) -> PolicyProblem:
    """There is no such setting; perhaps another one was meant."""
    meant = difflib.get_close_matches(name, known, n=1)
    text = _("No such setting. Is {name} meant?").format(name=meant[0]) if meant else _("No such setting.")
    return PolicyProblem("policy.unknown", name, text)


def mistakes(setting: Setting, value: object) -> Iterator[PolicyProblem]:
    """What is wrong with the value of a setting, as TOML gave it."""
    name, default, about = setting.name, setting.default, setting.about
    if isinstance(default, StrEnum):
        if value not in about.words:
            text = _("One of these is needed: {words}.").format(words=", ".join(about.words))
            yield PolicyProblem("policy.choice", name, text)
    elif isinstance(default, tuple):
        if not (isinstance(value, list) and value and all(each in about.words for each in value)):
            text = _('A list of one or more of these is needed, as in ["{first}"]: {words}.')
            words = text.format(first=about.words[0], words=", ".join(about.words))
            yield PolicyProblem("policy.choice", name, words)
    elif type(value) is not type(default):
        wanted = {
            str: _("Text in quotes is needed."),
            bool: _("Needs true or false."),
            int: _("A whole number is needed."),
        }
        yield PolicyProblem("policy.type", name, wanted[type(default)])
    elif isinstance(value, int) and not isinstance(value, bool) and not about.least <= value <= about.most:
        text = _("A number from {least} to {most} is needed.").format(least=about.least, most=about.most)
        yield PolicyProblem("policy.range", name, text)
    elif isinstance(value, str):
        yield from _of_text(name, about, value)


def _of_text(name: str, about: About, value: str) -> Iterator[PolicyProblem]:
    if value and about.key_bytes and not _is_key(value, about.key_bytes):
        yield PolicyProblem("policy.key", name, _("A public key is needed, just as keygen prints it."))
    elif not _is_read(about.reader, value):
        yield PolicyProblem("policy.unreadable-text", name, _("This cannot be read. Write it as in the example."))


def _is_read(reader: Callable[[str], object] | None, value: str) -> bool:
    try:
        if reader is not None:
            reader(value)
    except ValueError:
        return False
    return True


def _is_key(value: str, length: int) -> bool:
    """Whether it may be one. A row of the same byte holds a place for one: nothing can be sealed to it."""
    try:
        decoded = base64.b64decode(value, validate=True)
    except ValueError:
        return False
    return len(decoded) == length and len(set(decoded)) > 1
