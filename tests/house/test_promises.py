"""What the project promises about its errors, its version, its locks and its words for users."""

import ast
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

import coachdesk
from coachdesk.advice import SENTENCES
from coachdesk.policy import Policy, load_policy, settings
from coachdesk.policy.template import reference, template
from tests.house.sources import ROOT, calls, place, python_files, text_files, tree

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-outloud.lock")
WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
    "python_version": "3.13",
    "python_full_version": "3.13.2",
}


def locked(name: str, environment: dict[str, str] | None = None) -> dict[str, str]:
    """Packages of a lock that its markers choose for an environment, with their versions."""
    text = (ROOT / name).read_text("utf-8")
    entries = [line.rstrip("\\").strip() for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    wanted = [Requirement(entry) for entry in entries]
    return {each.name: str(each.specifier) for each in wanted if not each.marker or each.marker.evaluate(environment)}


def test_the_lock_holds_what_the_keychain_of_windows_needs() -> None:
    """pip takes markers from the machine it runs on and would silently leave it out (architecture, decisions)."""
    assert "pywin32-ctypes" in locked("requirements.lock", WINDOWS)
    assert "secretstorage" not in locked("requirements.lock", WINDOWS)


def test_every_locked_package_is_exact_and_has_hashes() -> None:
    for name in LOCKS:
        text = (ROOT / name).read_text("utf-8")
        for entry in re.split(r"\n(?=[^\s#])", text.strip()):
            assert re.match(r"[\w.\[\]-]+==\S+", entry), f"{name}: {entry[:60]}"
            assert "--hash=sha256:" in entry, f"{name}: {entry[:60]}"


def test_what_runs_is_the_same_in_every_lock() -> None:
    """The tests must run on the very versions that people get."""
    run, development = locked("requirements.lock", WINDOWS), locked("requirements-dev.lock", WINDOWS)
    assert {name: development.get(name) for name in run} == run


def test_the_project_asks_for_no_package_that_is_not_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    run, development = locked("requirements.lock", WINDOWS), locked("requirements-dev.lock", WINDOWS)
    assert [asked for asked in project["dependencies"] if Requirement(asked).name.lower() not in run] == []
    extras = project["optional-dependencies"]["dev"]
    assert [asked for asked in extras if Requirement(asked).name.lower() not in development] == []


def test_no_address_of_a_registry_is_anywhere() -> None:
    """Where packages come from is the machine's business, never the project's."""
    address = re.compile(
        "|".join(
            [r"pypi\.o" + "rg", "python" + "hosted", r"npm" + r"js\.", r"deb\.debian\.o" + "rg", "--index" + "-url"]
        )
    )
    wrong = [
        place(path, number)
        for path in text_files()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if address.search(line)
    ]
    assert wrong == []
    assert [name for name in LOCKS if "://" in (ROOT / name).read_text("utf-8")] == []


def test_the_version_has_one_place_and_the_changelog_knows_it() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in settings["project"]["dynamic"]
    assert settings["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "coachdesk.__version__"}
    number = [
        place(path, 0)
        for path in python_files("coachdesk", "ui", "tools")
        if coachdesk.__version__ in path.read_text("utf-8")
    ]
    assert number == ["coachdesk/__init__.py:0"]
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] in {"Unreleased", coachdesk.__version__}


CODE = re.compile(r"[a-z]+\.[a-z]+(-[a-z]+)*")


def texts_apart_from_arguments(path: Path) -> list[str]:
    """The texts of a file that stand in tables and assignments, not in calls (those are audit codes)."""
    arguments = {
        id(argument) for call in ast.walk(tree(path)) if isinstance(call, ast.Call) for argument in call.args
    }  # fmt: skip
    nodes = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and id(node) not in arguments]
    return [node.value for node in nodes if isinstance(node.value, str)]


def raised_codes() -> dict[str, str]:
    """Every code that an AppError of the core or the screens is made with, and where.

    Where the code is in a variable, it comes from a table of that file, and all its texts that look like one count.
    """
    found = {}
    for path in python_files("coachdesk", "ui"):
        for call in calls(path, "AppError"):
            first = call.args[0] if call.args else None
            texts = texts_apart_from_arguments(path) if isinstance(first, ast.Name) else []
            texts += [str(first.value)] if isinstance(first, ast.Constant) else []
            found.update({text: place(path, call) for text in texts if CODE.fullmatch(text)})
    return found


def test_every_error_has_a_sentence() -> None:
    assert {code: where for code, where in raised_codes().items() if code not in SENTENCES} == {}


def test_no_error_code_is_put_together_while_running() -> None:
    """A code that nobody can grep for has no sentence."""
    wrong = [
        place(path, call)
        for path in python_files("coachdesk", "ui")
        for call in calls(path, "AppError")
        if not call.args or isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert wrong == []


def test_the_policy_template_offers_every_setting_with_its_default() -> None:
    made = (ROOT / "packaging" / "policy.toml").read_text("utf-8")
    assert made == template(), "python3 dev.py texts writes it anew"
    offered = re.findall(r"^#(\w+) = .*$", made, re.MULTILINE)
    assert offered == [*(setting.name for setting in settings()), "site_name"]
    assert load_policy(made) == Policy()
    fixed = re.sub(r"^#(?=\w+ = )", "", made.partition("#[defaults]")[0], flags=re.MULTILINE)
    assert load_policy(fixed) == Policy(fixed=frozenset(offered))


def test_the_page_about_the_policy_says_every_setting_with_its_default_range_and_effect() -> None:
    page = (ROOT / "docs" / "policy.md").read_text("utf-8")
    assert page.endswith(reference()), "python3 dev.py texts writes it anew"
    for setting in settings():
        assert f"| `{setting.name}`" in page
        assert setting.about.doc in page
