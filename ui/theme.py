"""How everything looks: one table of colours, four themes, one style sheet, one type scale.

The one owner of palette and sheet (qt-pitfalls 5.11): screens never call `setStyleSheet` and know no colour. On a
change the palette is set first and the sheet again after it, because a sheet does not follow a palette by itself.
"""

import sys
from dataclasses import dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from coachdesk.paths import resources


class Theme(StrEnum):
    """The four themes; `SYSTEM` is Basic or Dark, as the machine is set."""

    SYSTEM = "system"
    BASIC = "basic"
    DARK = "dark"
    DARKER = "darker"
    TEXT_ONLY = "text_only"


_COLUMNS = (Theme.BASIC, Theme.DARK, Theme.DARKER, Theme.TEXT_ONLY)

# Every colour of the program. One row a token, one column a theme, in the order of `_COLUMNS`.
TOKENS: dict[str, tuple[str, str, str, str]] = {
    "page": ("#f6f8fa", "#14191e", "#000000", "#ffffff"),  # behind everything
    "surface": ("#ffffff", "#1d242b", "#0b0e11", "#ffffff"),  # fields, cards, top bar
    "panel": ("#fbfcfd", "#191f25", "#060809", "#ffffff"),  # side panels
    "text": ("#0b0c0c", "#eef2f5", "#d3d9de", "#000000"),
    "muted": ("#4a5259", "#b4bec7", "#a3acb4", "#000000"),  # hints, second lines
    "line": ("#d9dfe5", "#36414b", "#2a3239", "#000000"),  # decoration between things
    "edge": ("#505a61", "#98a5b0", "#8a959f", "#000000"),  # outline of whatever can be used
    "field": ("#0b0c0c", "#b4bec7", "#a3acb4", "#000000"),  # outline of whatever can be typed in
    "rail": ("#15303d", "#0e2029", "#000000", "#ffffff"),
    "rail_text": ("#dbe6ec", "#d3dee5", "#c3ccd3", "#000000"),
    "rail_here": ("#1e495d", "#1c4152", "#14252e", "#ffffff"),  # behind the place where one is
    "rail_mark": ("#8ccbec", "#8ccbec", "#7fb9d6", "#000000"),
    "accent": ("#1d5f8c", "#8cc8f2", "#7fb6db", "#000000"),  # chosen, links, marks
    "on_accent": ("#ffffff", "#08202f", "#000000", "#ffffff"),
    "soft": ("#e6eef6", "#22374a", "#13222e", "#ffffff"),  # selected row, identity bar
    "go": ("#0f784e", "#177a52", "#0f5f3f", "#ffffff"),  # the one next step
    "go_deep": ("#06402a", "#0c4c32", "#2d8560", "#000000"),
    "on_go": ("#ffffff", "#ffffff", "#ffffff", "#000000"),
    "good": ("#0c6a44", "#7fdcae", "#74c49c", "#000000"),  # saved, done
    "good_soft": ("#e7f4ed", "#17352a", "#0a1f17", "#ffffff"),
    "warn": ("#8a4b00", "#f2bd6b", "#d9a95f", "#000000"),
    "warn_soft": ("#fdf3e2", "#3a2d17", "#211809", "#ffffff"),
    "warn_line": ("#ecd6ab", "#5d4a28", "#4a3a1e", "#000000"),
    "bad": ("#a9231b", "#ff9d93", "#ee938a", "#000000"),  # what needs mending
    "bad_soft": ("#fcecea", "#41201e", "#280f0d", "#ffffff"),
    "track": ("#dfe5ea", "#36414b", "#2a3239", "#ffffff"),  # of a time bar
    "ring": ("#ffbf3f", "#ffcf5c", "#ffcf5c", "#000000"),  # focus: 3 px
    "ring_edge": ("#0b0c0c", "#0b0c0c", "#0b0c0c", "#ffffff"),  # the edge between ring and thing
    "dim": ("#5d676e", "#98a5b0", "#8a959f", "#000000"),  # cannot be used just now
}

BODY_PAIRS = tuple(
    (ink, ground)
    for ink in ("text", "muted", "accent", "good", "warn", "bad", "dim")
    for ground in ("page", "surface", "panel")
)
TEXT_PAIRS = (
    *BODY_PAIRS,
    *((ink, "soft") for ink in ("text", "muted", "accent")),
    *(("text", ground) for ground in ("good_soft", "warn_soft", "bad_soft")),
    *((ink, f"{ink}_soft") for ink in ("good", "warn", "bad")),
    ("rail_text", "rail"),
    ("rail_text", "rail_here"),
    ("on_accent", "accent"),
    ("on_go", "go"),
)
"""(ink, ground) of every text that the sheet or a delegate draws: at least 4.5:1 in each theme."""

SHAPE_PAIRS = (
    *((shape, ground) for shape in ("edge", "field", "accent") for ground in ("page", "surface", "panel")),
    ("rail_mark", "rail"),
    ("accent", "track"),
    ("ring", "ring_edge"),
)
"""Edges and marks that carry meaning: at least 3:1 in each theme."""

SCALE = (12, 14, 16, 19, 24, 32)
TEXT_SIZES = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Look:
    """What is being shown: resolved theme, colours by token, text size in per cent (100 to 200)."""

    theme: Theme
    colours: dict[str, str]
    text_size: int = 100

    @property
    def icons(self) -> bool:
        """Text only shows no icons."""
        return self.theme is not Theme.TEXT_ONLY

    def px(self, size: float) -> int:
        """A length in logical pixels that grows with the text size."""
        return round(size * self.text_size / 100)


def colours_of(theme: Theme) -> dict[str, str]:
    """The colours of one of the four themes."""
    column = _COLUMNS.index(theme)
    return {name: row[column] for name, row in TOKENS.items()}


def colours_of_contrast(palette: QPalette) -> dict[str, str]:
    """The colours of the system's contrast theme: its own pairs everywhere, nothing of ours."""
    role = QPalette.ColorRole
    ground, ink = palette.color(role.Window).name(), palette.color(role.WindowText).name()
    chosen, on_chosen = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    grounds = {"page", "surface", "panel", "rail", "soft", "go", "good_soft", "warn_soft", "bad_soft", "track"}
    colours = dict.fromkeys(TOKENS, ink) | dict.fromkeys(grounds | {"ring_edge"}, ground)
    return colours | {"accent": chosen, "on_accent": on_chosen, "rail_here": ground, "ring": ink}


def resolve(wish: Theme, *, dark: bool, contrast: QPalette | None, text_size: int) -> Look:
    """The look for a wish: the system's contrast theme wins over all, then the wish, then light or dark."""
    if contrast is not None:
        return Look(Theme.SYSTEM, colours_of_contrast(contrast), text_size)
    if wish is Theme.SYSTEM:
        wish = Theme.DARK if dark else Theme.BASIC
    return Look(wish, colours_of(wish), text_size)


_look: list[Look] = [Look(Theme.BASIC, colours_of(Theme.BASIC))]


def look() -> Look:
    """The look on the screen now; widgets that paint ask for it each time and repaint on a style change."""
    return _look[0]


def colour(token: str) -> QColor:
    """A colour of the look on the screen now."""
    return QColor(_look[0].colours[token])


def palette_of(look: Look) -> QPalette:
    """The palette for everything that Qt paints by itself: dialogs, menus, indicators, selections."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    roles = {
        role.Window: "page", role.WindowText: "text", role.Base: "surface", role.AlternateBase: "panel",
        role.Text: "text", role.Button: "surface", role.ButtonText: "text", role.BrightText: "on_accent",
        role.Highlight: "accent", role.HighlightedText: "on_accent", role.Accent: "accent", role.Link: "accent",
        role.LinkVisited: "accent", role.PlaceholderText: "muted", role.ToolTipBase: "surface",
        role.ToolTipText: "text", role.Light: "surface", role.Midlight: "line", role.Mid: "line",
        role.Dark: "edge", role.Shadow: "edge",
    }  # fmt: skip
    for each, token in roles.items():
        palette.setColor(each, QColor(look.colours[token]))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, each, QColor(look.colours["dim"]))
    return palette


def sheet_of(look: Look) -> str:
    """The one style sheet with its colours and sizes filled in."""
    sizes = {f"s{size}": f"{look.px(size)}px" for size in SCALE}
    lengths = {f"l{n}": f"{look.px(n)}px" for n in (24,)}
    template = Template(resources("theme.qss").read_text("utf-8"))
    return template.substitute(look.colours, **sizes, **lengths)


def font_family() -> str:
    """The system's family, or Fira Sans where there is no screen with fonts of its own (pictures, bare machines)."""
    bare = QGuiApplication.platformName() in {"offscreen", "minimal"} or not QFontDatabase.families()
    if not bare:
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    from fontpkg_fira_sans import FAMILY, ROOT

    if FAMILY not in QFontDatabase.families():
        for weight in ("Regular", "Medium", "SemiBold", "Bold"):
            QFontDatabase.addApplicationFont(str(ROOT / "files" / f"FiraSans-{weight}.ttf"))
    return str(FAMILY)


def application() -> QApplication:
    """The application, in the one style that looks the same everywhere.

    Asked for as an argument: `setStyle` hands the style to Python, which costs as much as all fields of a page.
    """
    return QApplication([sys.argv[0], "-style", "Fusion"])


class Appearance(QObject):
    """Sets the look of the application and keeps it: follows the system, obeys the coach's choice."""

    changed = Signal()

    def __init__(self, app: QApplication, *, theme: Theme = Theme.SYSTEM, text_size: int = 100) -> None:
        super().__init__(app)
        self._app, self._theme, self._text_size = app, theme, text_size
        self._family = font_family()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._apply()

    def choose(self, theme: Theme, text_size: int) -> None:
        """Show this theme at this text size (per cent) from now on."""
        if (theme, text_size) != (self._theme, self._text_size):
            self._theme, self._text_size = theme, min(max(text_size, TEXT_SIZES[0]), TEXT_SIZES[-1])
            self._apply()

    def _follow(self, _preference: object) -> None:
        self._apply()

    def _apply(self) -> None:
        app, hints = self._app, self._app.styleHints()
        app.setPalette(QPalette())  # back to the machine's own, so that a contrast theme can be read from it
        high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        found = resolve(self._theme, dark=dark, contrast=app.palette() if high else None, text_size=self._text_size)
        _look[0] = found
        font = QFont(self._family)
        font.setPixelSize(found.px(16))
        font.setFeature(QFont.Tag("tnum"), 1)  # numbers stand below one another, where the font can
        app.setFont(font)
        if not high:
            app.setPalette(palette_of(found))
        app.setStyleSheet(sheet_of(found))
        self.changed.emit()
