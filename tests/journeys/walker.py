"""Does in the accessibility tree what a screen reader does. Runs in the system's Python, which has `gi`.

One request a line on standard input, one answer a line on standard output, both JSON. A request names what to do, the
process, and the element by its role and name; the walker waits for the element until the time is over.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 (the version must be chosen before the import)

Node = Any  # Atspi.Accessible; gi has no types
Request = dict[str, Any]

MOST_CHILDREN = 300
PRESSING = ("press", "toggle", "click", "check", "activate")


class NotThereError(Exception):
    """What was asked for is not in the tree, or cannot be done with it."""


def program(pid: int) -> Node | None:
    """The accessible root of a process, or None while it has none."""
    root = Atspi.get_desktop(0)
    for number in range(root.get_child_count()):
        found = root.get_child_at_index(number)
        if found is not None and found.get_process_id() == pid:
            return found
    return None


def showing(node: Node) -> bool:
    """Whether a person can see it."""
    states = node.get_state_set()
    return bool(states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE))


def everything(node: Node, depth: int = 0) -> Iterator[tuple[Node, int]]:
    """The elements that show, from the top in reading order, with their depth."""
    for number in range(min(node.get_child_count(), MOST_CHILDREN)):
        child = node.get_child_at_index(number)
        if child is not None and showing(child):
            yield child, depth
            yield from everything(child, depth + 1)


def label(node: Node) -> str:
    """What a screen reader calls it: the label that points at it, or its own name."""
    for relation in node.get_relation_set() or []:
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets():
            return str(relation.get_target(0).get_name() or "")
    return str(node.get_name() or "")


def matches(node: Node, role: str, name: str) -> bool:
    """Whether it has this role (any, if none is given) and is called this."""
    if role and node.get_role_name() != role:
        return False
    return name in (label(node).strip(), (node.get_name() or "").strip())


def text_of(node: Node) -> str:
    """What stands in it."""
    if "Text" in node.get_interfaces():
        return str(Atspi.Text.get_text(node, 0, -1))
    return str(node.get_name() or "")


def states_of(node: Node) -> list[str]:
    """The names of its states: "checked", "focused", "enabled"..."""
    return sorted(state.value_nick for state in node.get_state_set().get_states())


def press(node: Node, _request: Request) -> bool:
    """Do what a click or the space bar does."""
    names = [(Atspi.Action.get_action_name(node, number) or "").lower() for number in range(node.get_n_actions())]
    for wanted in PRESSING:
        if wanted in names:
            return bool(Atspi.Action.do_action(node, names.index(wanted)))
    raise NotThereError(f"It cannot be pressed; it offers {names}.")


def write(node: Node, request: Request) -> bool:
    """Set the whole text, as dictation does."""
    if "EditableText" not in node.get_interfaces():
        raise NotThereError("It takes no text.")
    return bool(Atspi.EditableText.set_text_contents(node, request["text"]))


def set_value(node: Node, request: Request) -> bool:
    """Set a number, as assistive tools do for sliders and spin boxes."""
    if "Value" not in node.get_interfaces():
        raise NotThereError("It takes no number.")
    return bool(Atspi.Value.set_current_value(node, request["value"]))


def look(node: Node, request: Request) -> Request:
    """All that is said about it, once it is in the state and has the text that was asked for."""
    text, states = text_of(node), states_of(node)
    if request["state"] and request["state"] not in states:
        raise NotThereError(f"It is {', '.join(states)}.")
    if request["text"] not in (None, text):
        raise NotThereError(f"It says {text!r}.")
    said = {"name": label(node), "description": node.get_description() or ""}
    return {"role": node.get_role_name(), "text": text, "states": states, **said}


def focus(node: Node, _request: Request) -> bool:
    """Put the keyboard focus there."""
    return bool(Atspi.Component.grab_focus(node))


DOING = {"press": press, "write": write, "set_value": set_value, "look": look, "focus": focus}


def outline(root: Node | None) -> str:
    """The whole tree as indented lines, to read when something was not found."""
    if root is None:
        return "(the program is not in the accessibility tree)"
    lines = [f"{'  ' * depth}{node.get_role_name()}: {label(node)!r}" for node, depth in everything(root)]
    return "\n".join(lines)


def answer(request: Request) -> Request:
    """Do one request; try again until its time is over, because screens change while one looks."""
    ends = time.monotonic() + request["seconds"]
    while True:
        try:
            root = program(request["pid"])
            return attempt(root, request)
        except (NotThereError, GLib.GError) as problem:
            if time.monotonic() > ends:
                return {"problem": str(problem), "tree": outline(program(request["pid"]))}
        time.sleep(0.05)


def attempt(root: Node | None, request: Request) -> Request:
    """One try of a request."""
    if request["do"] == "outline":
        return {"result": outline(root)}
    if root is None:
        raise NotThereError("The program is not in the accessibility tree.")
    if request["do"] == "names":
        return {"result": [label(node) for node, _depth in everything(root) if node.get_role_name() == request["role"]]}
    found = [node for node, _depth in everything(root) if matches(node, request["role"], request["name"])]
    if request["do"] == "gone":
        if found:
            raise NotThereError("It is still there.")
        return {"result": True}
    if not found:
        raise NotThereError("It is not there.")
    # A label is called the same as the field that it names; the field is meant.
    field = next((node for node in found if node.get_role_name() != "label"), found[0])
    result = DOING[request["do"]](field, request)
    if result is False:
        raise NotThereError("The program refused it.")
    return {"result": result}


def main() -> None:
    """Answer requests until the input ends."""
    Atspi.init()
    Atspi.set_timeout(5000, 15000)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
