"""Every file of a bundle, and the part that it belongs to."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from packaging.utils import canonicalize_name

from tools.shipping.components import Component, owner

_LIBRARIES = ("lib/", "_internal/")
"""Where each kind of bundle keeps its packages; what lies there is named from there on."""


def place_of(path: str) -> str:
    """How the patterns of `components.toml` name a file: without the folder of the libraries, packages by one spelling."""
    for folder in _LIBRARIES:
        path = path.removeprefix(folder)
    if found := re.match(r"([\w.-]+?)-([^-/]+)\.dist-info/", path):
        name = canonicalize_name(found[1]).replace("-", "_")
        path = f"{name}-{found[2]}.dist-info/{path[found.end() :]}"
    return path


def attribute(paths: Iterable[str], parts: Iterable[Component]) -> tuple[Mapping[str, Component], tuple[str, ...]]:
    """Each path with the part that it belongs to, and the paths that belong to none."""
    parts = tuple(parts)
    found, strangers = {}, []
    for path in paths:
        part = owner(place_of(path), parts)
        if part:
            found[path] = part
        else:
            strangers.append(path)
    return found, tuple(strangers)


def files_of(folder: Path) -> tuple[str, ...]:
    """The files of a bundle, without links to others of its files, as sorted paths with slashes."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return tuple(sorted(path.relative_to(folder).as_posix() for path in found))
