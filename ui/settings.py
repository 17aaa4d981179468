"""What the program remembers on this machine, declared once, typed, each with a default. Nothing about people.

An INI file beside the vaults, never the registry and never a roaming profile. Typed reading matters: an INI gives
`False` back as the string "false" (model-codebases, convention 13).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from coachdesk.paths import data_folder

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


THEME = Key("look/theme", "system")
TEXT_SIZE = Key("look/text_size", 100)
LANGUAGE = Key("look/language", "en")
WINDOW = Key("window/geometry", QByteArray())
PLACE = Key("window/place", "today")
LAST_VAULT = Key("vault/last", "")
LOCK_MINUTES = Key("lock/minutes", 5)
FINDINGS_FOLDED = Key("interview/side_folded", False)

KEYS = (THEME, TEXT_SIZE, LANGUAGE, WINDOW, PLACE, LAST_VAULT, LOCK_MINUTES, FINDINGS_FOLDED)


def open_settings(path: Path | None = None) -> QSettings:
    """The settings in this file; usually the one in the local data folder."""
    return QSettings(str(path or data_folder() / "settings.ini"), QSettings.Format.IniFormat)
