"""The parts of a bundle, as `packaging/components.toml` names them, held against the lock and the allowed licences."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from tools.shipping import PACKAGING
from tools.shipping.lock import Pinned

TABLE = PACKAGING / "components.toml"
_WORD = re.compile(r"[\w.+-]+")
_JOINS = {"AND", "OR", "WITH"}
_BOUND = {"GPL-2.0-or-later": "Bootloader-exception", "GPL-3.0-or-later": "GCC-exception-3.1"}
"""Licences that may be shipped with their exception only."""


@dataclass(frozen=True, slots=True)
class Component:
    """One part that somebody else, or we, made.

    Args:
        licence: an SPDX expression.
        places: patterns of the files that are it, below the bundle (`attribution.py`); none for what lies inside another.
        texts: where its licence texts are: a path below `packaging/`, PACKAGE:PATH, or debian:PACKAGE.
        within: the package and version in which it was last seen, NAME==VERSION.
        only: the one target that has it, or an empty text for all.
        hashes: SHA-256 sums, one of which the file has that it is installed from.
        debian: the Debian package that it came from, whose version counts.
    """

    name: str
    version: str
    licence: str
    places: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    within: str = ""
    only: str = ""
    cpe: str = ""
    hashes: tuple[str, ...] = ()
    debian: str = ""
    is_package: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`components.toml`: what may be shipped, and what is."""

    allowed: Mapping[str, str]
    packages: Mapping[str, Mapping[str, Any]]
    parts: tuple[Component, ...] = field(default=())


def load(text: str) -> Table:
    """The table from its TOML; a mistake in its shape is an error of Python's."""
    read = tomllib.loads(text)
    parts = [_part(each) for each in read["parts"]]
    parts += [_of_debian(name, each) for name, each in read.get("debian", {}).items()]
    return Table(read["allowed"], read["packages"], tuple(parts))


def components(table: Table, target: str, pins: Iterable[Pinned], versions: Mapping[str, str]) -> tuple[Component, ...]:
    """What a bundle for a target consists of: what is most particular first, so that its files are found first.

    Args:
        table: all parts of all bundles.
        target: "linux" or "windows".
        pins: the entries of the lock that are meant for the target.
        versions: the versions that only the build knows: "own", "python", "pyinstaller", and those of Debian packages.
    """
    parts = [each for each in table.parts if each.only in {"", target}]
    ready = [_versioned(each, versions) for each in parts]
    ready.sort(key=lambda each: -max((len(place) for place in each.places), default=0))
    return (*ready, *(_package(pin, table.packages[pin.name]) for pin in pins if pin.name in table.packages))


def problems(table: Table, pins: Iterable[Pinned]) -> Iterator[str]:
    """What somebody has to look at before the next release, as sentences; nothing when all is known and allowed."""
    locked = {pin.name: pin.version for pin in pins}
    for name in sorted(locked.keys() - table.packages.keys()):
        yield f"{name} is in the lock and not in {TABLE.name}: who made it, and under which licence?"
    for name in sorted(table.packages.keys() - locked.keys()):
        yield f"{name} is in {TABLE.name} and no longer in the lock."
    for part in table.parts:
        name, _, version = part.within.partition("==")
        if part.within and locked.get(name) != version:
            yield f"{part.name} was last seen in {part.within}; the lock has {name} {locked.get(name)}: look again."
    stated = [(name, each["licence"]) for name, each in table.packages.items()]
    for name, licence in stated + [(part.name, part.licence) for part in table.parts]:
        for word in refused(licence, table.allowed):
            yield f"{name}: nobody has allowed the licence {word}."


def refused(expression: str, allowed: Iterable[str]) -> list[str]:
    """The licences and exceptions of an SPDX expression that may not be shipped; of alternatives, one has to be allowed.

    Brackets are not read: "A OR (B AND C)" asks for C too, which refuses rather too much than too little.
    """
    known = set(allowed)
    wrong: list[str] = []
    for both in re.split(r"\s+AND\s+", expression.replace("(", "").replace(")", "")):
        ways = [_unknown(way, known) for way in re.split(r"\s+OR\s+", both)]
        wrong += [] if [] in ways else ways[0]
    return wrong


def _unknown(way: str, known: set[str]) -> list[str]:
    """Of one way without alternatives: what is not known, and what is known only with its exception."""
    words = [word for word in _WORD.findall(way) if word not in _JOINS]
    alone = [word for word in words if word in _BOUND and _BOUND[word] not in words]
    return [word for word in words if word not in known or word in alone] if words else [way]


def owner(place: str, parts: Iterable[Component]) -> Component | None:
    """The part that a file belongs to; `place` is its path as `attribution.py` writes it."""
    return next((part for part in parts if any(fnmatchcase(place, each) for each in part.places)), None)


def _part(read: Mapping[str, Any]) -> Component:
    values: dict[str, Any] = {key: value for key, value in read.items() if key != "files"}
    values["texts"] = tuple(read.get("texts", ()))
    return Component(places=tuple(read.get("files", ())), **values)


def _of_debian(name: str, read: Mapping[str, Any]) -> Component:
    return Component(
        name=name, version=f"debian:{name}", licence=read["licence"], places=tuple(read["files"]),
        texts=(f"debian:{name}",), only="linux", debian=name,
    )  # fmt: skip


def _package(pin: Pinned, read: Mapping[str, Any]) -> Component:
    folder = pin.name.replace("-", "_")
    own = tuple(read.get("places", (f"{folder}/*",)))
    beside = (f"{folder}-{pin.version}.dist-info/*", f"{folder}.libs/*")
    return Component(
        name=pin.name, version=pin.version, licence=read["licence"], places=(*own, *beside), hashes=pin.hashes,
        texts=tuple(read.get("texts", (f"{pin.name}:*",))), is_package=True,
    )  # fmt: skip


def _versioned(part: Component, versions: Mapping[str, str]) -> Component:
    version = versions.get(part.version, part.version)
    return replace(part, version=version, cpe=part.cpe.format(version=version))
