"""Does in the accessibility tree what a screen reader does. Runs in the system's Python, which has `gi`.

One request a line on standard input, one answer a line on standard output, both JSON. A request names what to do, the
process, and the element by its role and name; the walker waits for the element until the time is over.
"""

import json
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

from gi.repository import GLib

from tests.journeys.tree import (
    Bus,
    Node,
    everything,
    hidden_too,
    label,
    matches,
    offers,
    program,
    role_of,
    states_of,
    text_of,
    words_of,
)

Request = dict[str, Any]

PRESSING = ("press", "toggle", "click", "check", "activate")


class NotThereError(Exception):
    """What was asked for is not in the tree, or cannot be done with it."""


def press(bus: Bus, node: Node, _request: Request) -> bool:
    """Do what a click or the space bar does."""
    names = [name.lower() for name, _description, _key in bus.ask(node, "Action.GetActions")]
    for wanted in PRESSING:
        if wanted in names:
            return bool(bus.ask(node, "Action.DoAction", "i", names.index(wanted)))
    raise NotThereError(f"It cannot be pressed; it offers {names}.")


def write(bus: Bus, node: Node, request: Request) -> bool:
    """Set the whole text, as dictation does."""
    if not offers(bus, node, "EditableText"):
        raise NotThereError("It takes no text.")
    return bool(bus.ask(node, "EditableText.SetTextContents", "s", request["text"]))


def set_value(bus: Bus, node: Node, request: Request) -> bool:
    """Set a number, as assistive tools do for sliders and spin boxes."""
    if not offers(bus, node, "Value"):
        raise NotThereError("It takes no number.")
    bus.set_value(node, request["value"])
    return True


def look(bus: Bus, node: Node, request: Request) -> Request:
    """All that is said about it, once it is in the state and has the text that was asked for."""
    text = text_of(bus, node)
    states = sorted(states_of(bus, node))
    if request["state"] and request["state"] not in states:
        raise NotThereError(f"It is {', '.join(states)}.")
    if request["text"] not in (None, text):
        raise NotThereError(f"It says {text!r}.")
    said = {"name": label(bus, node), "description": str(bus.get(node, "Accessible.Description"))}
    return {"role": role_of(bus, node), "text": text, "states": states, **said}


def focus(bus: Bus, node: Node, _request: Request) -> bool:
    """Put the keyboard focus there."""
    return bool(bus.ask(node, "Component.GrabFocus"))


DOING = {"press": press, "write": write, "set_value": set_value, "look": look, "focus": focus}


def outline(bus: Bus, root: Node | None) -> str:
    """The whole tree as indented lines, to read when something was not found."""
    if root is None:
        return "(the program is not in the accessibility tree)"
    lines = [f"{'  ' * depth}{role_of(bus, node)}: {label(bus, node)!r}" for node, depth in everything(bus, root)]
    return "\n".join(lines)


def answer(bus: Bus, request: Request) -> Request:
    """Do one request; try again until its time is over, because screens change while one looks."""
    ends = time.monotonic() + request["seconds"]
    while True:
        try:
            return attempt(bus, program(bus, request["pid"]), request)
        except (NotThereError, GLib.GError) as problem:
            if time.monotonic() > ends:
                return {"problem": str(problem), "tree": as_it_is(bus, request["pid"])}
        time.sleep(0.05)


def as_it_is(bus: Bus, pid: int) -> str:
    """The whole tree of a program; one that is too busy to say it fails its own journey, and none of those after it."""
    try:
        return outline(bus, program(bus, pid))
    except GLib.GError as problem:
        return f"(the tree could not be read: {problem})"


def attempt(bus: Bus, root: Node | None, request: Request) -> Request:
    """One try of a request."""
    if request["do"] == "outline":
        return {"result": outline(bus, root)}
    if root is None:
        raise NotThereError("The program is not in the accessibility tree.")
    if request["do"] == "names":
        shown = [node for node, _depth in everything(bus, root)]
        return {"result": [label(bus, node) for node in shown if role_of(bus, node) == request["role"]]}
    if request["do"] == "told":
        return {"result": "\n".join(words_of(bus, node) for node in hidden_too(bus, root))}
    if request["do"] == "gone":
        if element(bus, root, request):
            raise NotThereError("It is still there.")
        return {"result": True}
    found = element(bus, root, request)
    if found is None:
        raise NotThereError("It is not there.")
    result = DOING[request["do"]](bus, found, request)
    if result is False:
        raise NotThereError("The program refused it.")
    return {"result": result}


def element(bus: Bus, root: Node, request: Request) -> Node | None:
    """What has the role and the name of the request, within a group where one is given."""
    places: Iterable[Node] = (root,)
    if request["within"]:
        places = named(bus, root, "panel", request["within"])
    found = None
    for place in places:
        for node in named(bus, place, request["role"], request["name"]):
            # A label is called the same as the field that it names; the field is meant.
            if request["role"] or role_of(bus, node) != "label":
                return node
            found = found or node
    return found


def named(bus: Bus, root: Node, role: str, name: str) -> Iterator[Node]:
    """Whatever has this role and name below an element."""
    return (node for node, _depth in everything(bus, root) if matches(bus, node, role, name))


def main() -> None:
    """Answer requests until the input ends."""
    bus = Bus()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(bus, json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
