"""What the program remembers on this machine, declared once, typed, each with a default. Nothing about people.

An INI file beside the vaults, never the registry and never a roaming profile. Typed reading matters: an INI gives
`False` back as the string "false" (model-codebases, convention 13).
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.paths import data_folder, is_ruled

if TYPE_CHECKING:
    from coachdesk.policy import Policy

T = TypeVar("T", str, int, bool, QByteArray)


@dataclass(frozen=True)
class Key(Generic[T]):
    """One setting: its name in the file and its default, whose type is the setting's type."""

    name: str
    default: T

    def get(self, settings: QSettings) -> T:
        """What is set; the default where nothing is, or where the file holds something of another type."""
        kind = type(self.default)
        value = settings.value(self.name, self.default, type=kind)
        return value if isinstance(value, kind) else self.default

    def set(self, settings: QSettings, value: T) -> None:
        """Remember a value."""
        settings.setValue(self.name, value)


LONGEST_IDLE = 60
"""Minutes; nobody can choose a longer time by hand in the file either."""

THEME = Key("look/theme", "system")
TEXT_SIZE = Key("look/text_size", 100)
LANGUAGE = Key("look/language", "")
WINDOW = Key("window/geometry", QByteArray())
PLACE = Key("window/place", "today")
LAST_VAULT = Key("vault/last", "")
LOCK_MINUTES = Key("lock/minutes", 0)
FINDINGS_FOLDED = Key("interview/side_folded", False)

KEYS = (THEME, TEXT_SIZE, LANGUAGE, WINDOW, PLACE, LAST_VAULT, LOCK_MINUTES, FINDINGS_FOLDED)


def idle_minutes(settings: QSettings, policy: "Policy") -> int:
    """Idle minutes until the lock: the organisation's where it fixed them, what the coach chose, else the default."""
    chosen = LOCK_MINUTES.get(settings)
    free = "idle_lock_minutes" not in policy.fixed and 1 <= chosen <= LONGEST_IDLE
    return chosen if free else policy.idle_lock_minutes


def language(settings: QSettings, policy: "Policy") -> Language:
    """The language of the screens: the organisation's where it fixed one, what the coach chose, else the default."""
    chosen = LANGUAGE.get(settings)
    free = "language" not in policy.fixed and chosen in set(Language)
    return Language(chosen) if free else policy.language


def first_language(settings: QSettings) -> Language:
    """The same for the first window, which waits for no policy where none lies on the machine."""
    if not is_ruled():
        chosen = LANGUAGE.get(settings)
        return Language(chosen) if chosen in set(Language) else Language.ENGLISH
    from coachdesk.policy import Policy
    from coachdesk.policy_file import read_policy

    policy = Policy()
    with suppress(AppError):  # what is wrong with the policy is said by the first window, in some language
        policy = read_policy()
    return language(settings, policy)


def open_settings(path: Path | None = None) -> QSettings:
    """The settings in this file; usually the one in the local data folder."""
    return QSettings(str(path or data_folder() / "settings.ini"), QSettings.Format.IniFormat)
