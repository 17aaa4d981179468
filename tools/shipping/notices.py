"""The notices that go with a bundle: who made each part, under which licence, and the licences' texts, each once."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from packaging.utils import canonicalize_name

from tools.shipping import PACKAGING
from tools.shipping.components import Component

FILE = "THIRD-PARTY-NOTICES.txt"
_DEBIAN = Path("/usr/share/doc")
_TEXT = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_RULE = "=" * 78
_HEAD = f"""The parts of CoachDesk

CoachDesk itself is under the MIT licence (LICENSE). It goes out together with the parts below, which others made. Every
file of this folder and its part is in coachdesk.cdx.json. The texts of all licences follow the list.

Qt and Qt for Python are used under the LGPL, version 3. They are separate, unchanged libraries, which you may replace by
your own: what that means, and where their source is, is said in the first text under "pyside6-essentials".

Nothing below was changed. The source of the Python packages is on PyPI under their names and versions, pikepdf's (MPL 2.0)
among them; that of the libraries with a Debian version is in Debian's source packages.
{_RULE}
"""


class TextMissingError(Exception):
    """The text of a licence is not where `components.toml` says; the message names both."""


def notices(parts: Iterable[Component], site: Path) -> str:
    """The whole file.

    Args:
        parts: what the bundle consists of.
        site: the folder in which the packages of the bundle are installed, with what they say of their licences.

    Raises:
        TextMissingError: a licence text is not there.
    """
    parts = sorted(parts, key=lambda part: part.name.lower())
    listed = [f"{part.name} {part.version}\n    {part.licence}\n" for part in parts]
    users: dict[str, list[str]] = {}
    for part in parts:
        for text in texts(part, site):
            users.setdefault(text, []).append(part.name)
    printed = [f"{_RULE}\n{', '.join(dict.fromkeys(names))}\n{_RULE}\n\n{text}\n" for text, names in users.items()]
    return "\n".join([_HEAD, *listed, *printed])


def texts(part: Component, site: Path) -> list[str]:
    """The licence texts of one part; none for what lies inside a package whose own texts speak of it."""
    found = [text for reference in part.texts for text in _texts_at(reference, part, site)]
    if not found and not part.within:
        raise TextMissingError(f"{part.name} has no licence text.")
    return found


def licence_files(name: str, site: Path) -> Mapping[str, Path]:
    """The licence files that a package brings along, by their path among its licences."""
    for folder in sorted(site.glob("*.dist-info")):
        if canonicalize_name(folder.name.removesuffix(".dist-info").rsplit("-", 1)[0]) != name:
            continue
        below = folder / "licenses"
        inside = {path.relative_to(below).as_posix(): path for path in sorted(below.rglob("*")) if path.is_file()}
        return inside or {path.name: path for path in sorted(folder.iterdir()) if _TEXT.match(path.name)}
    return {}


def _texts_at(reference: str, part: Component, site: Path) -> list[str]:
    package, colon, wanted = reference.partition(":")
    if not colon:
        paths = [PACKAGING / reference]
    elif package == "debian":
        paths = [_DEBIAN / wanted / "copyright"]
    elif wanted == "*":
        paths = list(licence_files(package, site).values())
    else:
        paths = [licence_files(package, site).get(wanted, Path(wanted))]
    if not paths or not all(path.is_file() for path in paths):
        raise TextMissingError(f"The licence text of {part.name} is not at {reference}.")
    return [path.read_text("utf-8", errors="replace").strip() for path in paths]
