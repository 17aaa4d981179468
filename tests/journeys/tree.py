"""The accessibility tree of a desktop, over its own bus. Runs in the system's Python, which has `gi`.

All children of an element come in one call, so that none can go between counting and asking for it: a scroll area of
Qt 6.11 crashes when it is asked for a scroll bar that has gone.
"""

from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 (the version must be chosen before the import)

Node = tuple[str, str]
"""Where an element lives: a name on the accessibility bus, and a path."""

MOST_CHILDREN = 300
DESKTOP = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
LABELLED_BY = int(Atspi.RelationType.LABELLED_BY)
ROLES = {int(Atspi.Role.PASSWORD_TEXT): "password text"}
SAY_THEMSELVES = {"label", "panel", "filler", "push button", "check box", "radio button"}
"""Roles of elements that no other names: to ask them for their label would double the walk."""

STATES = {number: Atspi.StateType(number).value_nick for number in range(int(Atspi.StateType.LAST_DEFINED))}


class Bus:
    """The accessibility bus."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        told = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None)
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self._connection = Gio.DBusConnection.new_for_address_sync(told.unpack()[0], flags, None, None)

    def ask(self, node: Node, what: str, signature: str = "", *given: Any) -> Any:
        """Call a method ("Accessible.GetChildren") of an element; what it answers."""
        interface, method = f"org.a11y.atspi.{what}".rsplit(".", 1)
        return self._call(*node, interface, method, GLib.Variant(f"({signature})", given))

    def get(self, node: Node, what: str) -> Any:
        """A property ("Accessible.Name") of an element."""
        named = tuple(f"org.a11y.atspi.{what}".rsplit(".", 1))
        return self._call(*node, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", named))

    def process(self, node: Node) -> int:
        """The id of the process in which an element lives."""
        name = GLib.Variant("(s)", node[:1])
        bus = "org.freedesktop.DBus"
        return int(self._call(bus, "/org/freedesktop/DBus", bus, "GetConnectionUnixProcessID", name))

    def set_value(self, node: Node, value: float) -> None:
        """Set the number of an element."""
        given = GLib.Variant("(ssv)", ("org.a11y.atspi.Value", "CurrentValue", GLib.Variant("d", value)))
        self._call(*node, "org.freedesktop.DBus.Properties", "Set", given)

    def _call(self, name: str, path: str, interface: str, method: str, given: Any) -> Any:
        answer = self._connection.call_sync(name, path, interface, method, given, None, 0, 10_000, None).unpack()
        return answer[0] if answer else True


def program(bus: Bus, pid: int) -> Node | None:
    """The accessible root of a process, or None while it has none."""
    for each in bus.ask(DESKTOP, "Accessible.GetChildren"):
        try:
            if bus.process(each) == pid:
                return tuple(each)
        except GLib.GError:
            continue  # it ended just now
    return None


def states_of(bus: Bus, node: Node) -> set[str]:
    """The names of its states: "checked", "focused", "enabled"..."""
    low, high = bus.ask(node, "Accessible.GetState")
    return {name for number, name in STATES.items() if (low | high << 32) >> number & 1}


def everything(bus: Bus, node: Node, depth: int = 0) -> Iterator[tuple[Node, int]]:
    """The elements that show, from the top in reading order, with their depth."""
    for child in bus.ask(node, "Accessible.GetChildren")[:MOST_CHILDREN]:
        if {"showing", "visible"} <= states_of(bus, child):
            yield tuple(child), depth
            yield from everything(bus, child, depth + 1)


def hidden_too(bus: Bus, node: Node) -> Iterator[Node]:
    """All elements that the program tells of, also those that do not show."""
    for child in bus.ask(node, "Accessible.GetChildren")[:MOST_CHILDREN]:
        yield tuple(child)
        yield from hidden_too(bus, child)


def words_of(bus: Bus, node: Node) -> str:
    """All that is said of it: its name, its description, and what stands in it."""
    return "\n".join((name_of(bus, node), str(bus.get(node, "Accessible.Description")), text_of(bus, node)))


def name_of(bus: Bus, node: Node) -> str:
    """Its own name."""
    return str(bus.get(node, "Accessible.Name"))


def role_of(bus: Bus, node: Node) -> str:
    """Its role in words. Qt has one word for a field that shows what is typed and for one that hides it."""
    number = bus.ask(node, "Accessible.GetRole")
    if number not in ROLES:
        ROLES[number] = str(bus.ask(node, "Accessible.GetRoleName"))
    return ROLES[number]


def label(bus: Bus, node: Node) -> str:
    """What a screen reader calls it: the label that points at it, or its own name."""
    if role_of(bus, node) not in SAY_THEMSELVES:
        for relation, targets in bus.ask(node, "Accessible.GetRelationSet"):
            if relation == LABELLED_BY and targets:
                return name_of(bus, targets[0])
    return name_of(bus, node)


def matches(bus: Bus, node: Node, role: str, name: str) -> bool:
    """Whether it has this role (any, if none is given) and is called this."""
    if role and role_of(bus, node) != role:
        return False
    return name_of(bus, node).strip() == name or label(bus, node).strip() == name


def offers(bus: Bus, node: Node, interface: str) -> bool:
    """Whether it has an interface ("EditableText")."""
    return f"org.a11y.atspi.{interface}" in bus.ask(node, "Accessible.GetInterfaces")


def text_of(bus: Bus, node: Node) -> str:
    """What stands in it."""
    if offers(bus, node, "Text"):
        return str(bus.ask(node, "Text.GetText", "ii", 0, -1))
    return name_of(bus, node)
