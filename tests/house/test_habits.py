"""What we never write, because it went wrong for others (qt-pitfalls, model-codebases)."""

import ast
import re

from tests.house.sources import calls, imported, place, python_files, tree


def test_signals_are_connected_to_bound_methods_only() -> None:
    """A lambda or a partial keeps its widget alive and outlives what it points to (qt-pitfalls 5.2, 5.3)."""
    wrong = [
        place(path, call)
        for path in python_files("ui")
        for call in calls(path, "connect")
        for argument in call.args
        if isinstance(argument, ast.Lambda)
        or (isinstance(argument, ast.Call) and "partial" in ast.unparse(argument.func))
    ]
    assert wrong == []


def test_nobody_turns_the_event_loop_by_hand() -> None:
    """Slots would run nested in one another, and Save could be pressed twice (qt-pitfalls 5.8)."""
    assert [place(path, call) for path in python_files("ui") for call in calls(path, "processEvents")] == []


def test_one_owner_of_style_sheets() -> None:
    """Two owners overrule each other in ways that depend on the order (qt-pitfalls 5.11)."""
    found = [place(path, call) for path in python_files("ui") for call in calls(path, "setStyleSheet")]
    assert [where for where in found if not where.startswith("ui/theme")] == []


def test_colours_are_written_in_the_theme_only() -> None:
    literal = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8}|[0-9a-fA-F]{3})\b|rgba?\(")
    wrong = [
        place(path, node)
        for path in python_files("ui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and literal.search(node.value)
    ]
    assert [where for where in wrong if not where.startswith("ui/theme")] == []


def test_presenters_decide_without_widgets() -> None:
    """A presenter that cannot draw cannot mix deciding with drawing; its tests need no window."""
    wrong = [
        place(path, line)
        for path in python_files("ui")
        if path.stem.endswith("presenter")
        for name, line in imported(path)
        if name.startswith(("PySide6.QtWidgets", "PySide6.QtGui"))
    ]
    assert wrong == []


def test_modules_are_imported_by_name() -> None:
    """Whatever is imported by a text escapes every import contract."""
    wrong = [
        place(path, line)
        for path in python_files("coachdesk", "ui", "tools")
        for name, line in imported(path)
        if name == "importlib" or name.endswith("import_module")
    ]
    wrong += [
        place(path, call) for path in python_files("coachdesk", "ui", "tools") for call in calls(path, "__import__")
    ]
    assert wrong == []


def test_printable_values_are_made_in_one_place() -> None:
    """Else somebody could print what a person did not choose to have on paper (coachdesk/privacy.py)."""
    found = [place(path, call) for path in python_files("coachdesk", "ui") for call in calls(path, "Printable")]
    assert [where for where in found if not where.startswith("coachdesk/privacy.py")] == []


def test_nothing_waits_to_be_done_in_a_comment() -> None:
    marks = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]))
    wrong = [
        place(path, number)
        for path in python_files()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert wrong == []


def test_every_silenced_check_says_why() -> None:
    silencer = re.compile(r"#\s*(?:type:\s*ignore|noqa|pragma: no)(?P<codes>[^#]*)(?P<reason>#.*)?$")
    wrong = []
    for path in python_files():
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            found = silencer.search(line)
            if found and "re.compile" not in line:
                reason = re.sub(r"^\s*(?:\[[\w-]+\]|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)", "", found["codes"])
                if not (found["reason"] or len(reason.strip(" -").split()) > 1):
                    wrong.append(place(path, number))
    assert wrong == []


def test_tests_are_never_skipped_without_saying_what_is_missing() -> None:
    """A skip is for another system, never for a test that fails."""
    wrong = []
    for path in python_files("tests"):
        for name in ("skip", "skipif", "xfail"):
            for call in calls(path, name):
                given = {keyword.arg for keyword in call.keywords} | (
                    {"reason"} if name == "skip" and call.args else set()
                )
                if "reason" not in given:
                    wrong.append(place(path, call))
    assert wrong == []
