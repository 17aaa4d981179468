"""The installer for Windows: what Windows will do with it, as its own tables say."""

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tools.shipping import PACKAGING, msi

UPGRADE_CODE = "7C0B1F5E-3E0C-4B5B-9D43-1B8D0C5A6E21"
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


def test_each_file_lies_in_its_folder_under_a_number_that_lasts() -> None:
    paths = ["CoachDesk.exe", "lib/babel/core.py", "lib/babel/__pycache__/core.cpython-313.pyc"]
    made = msi.payload(paths)
    assert made == msi.payload(paths)
    read = ET.fromstring(made)
    assert [each.get("Name") for each in read.iter(f"{WIX}Directory")] == ["lib", "babel", "__pycache__"]
    assert [each.get("Source") for each in read.iter(f"{WIX}File")] == [
        "payload/CoachDesk.exe",
        "payload/lib/babel/core.py",
        "payload/lib/babel/__pycache__/core.cpython-313.pyc",
    ]
    numbers = {each.get("Id"): each.get("Guid") for each in read.iter(f"{WIX}Component")}
    more = ET.fromstring(msi.payload(["another", *paths]))
    assert numbers.items() <= {each.get("Id"): each.get("Guid") for each in more.iter(f"{WIX}Component")}.items()


def test_the_upgrade_code_is_the_one_of_the_first_release() -> None:
    assert f'UpgradeCode="{UPGRADE_CODE}"' in (PACKAGING / "windows" / "coachdesk.wxs").read_text("utf-8")


@pytest.mark.skipif(not (shutil.which("wixl") and shutil.which("msiinfo")), reason="wixl and msitools are not here")
def test_it_installs_for_everybody_upgrades_refuses_older_and_says_that_vaults_stay(tmp_path: Path) -> None:
    folder = tmp_path / "CoachDesk"
    (folder / "app").mkdir(parents=True)
    for name in ("CoachDesk.exe", "coachdesk-cli.exe", "app/window.py"):
        (folder / name).write_text(name, "utf-8")
    made = tmp_path / "out" / "CoachDesk.msi"
    msi.make(folder, "1.2.3", made)

    def table(name: str) -> str:
        command = ["msiinfo", "export", str(made), name]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    properties = dict(line.split("\t")[:2] for line in table("Property").splitlines() if "\t" in line)
    assert properties["ProductVersion"] == "1.2.3"
    assert properties["ALLUSERS"] == "1"
    assert properties["REINSTALLMODE"] == "amus", "otherwise an upgrade on Windows loses libraries that have a version"
    assert properties["REBOOT"] == "ReallySuppress", "otherwise Windows restarts by itself where CoachDesk is open"
    assert properties["UpgradeCode"] == f"{{{UPGRADE_CODE}}}"
    assert "Vaults stay" in properties["ARPCOMMENTS"]
    assert set(properties["SecureCustomProperties"].split(";")) == {"OLDER", "NEWER"}, (
        "a coach who may start an installation that is offered to them says nothing of what holds"
    )
    assert re.search(r"A newer CoachDesk is installed already", table("LaunchCondition") + table("CustomAction"))
    related = {line.split("\t")[-1]: line.split("\t")[1:3] for line in table("Upgrade").splitlines()[3:]}
    assert related == {"OLDER": ["0.0.0", "1.2.4"], "NEWER": ["1.2.3", ""]}, "what is 1.2.3 itself goes too"
    assert len([line for line in table("File").splitlines() if "\tc" in line]) == 3
    assert "[INSTALLDIR]CoachDesk.exe" in table("Shortcut")
    opens = [line for line in table("Registry").splitlines() if "CoachDesk.Handover" in line and "command" in line]
    assert [line.split("\t")[4] for line in opens] == ['"[INSTALLDIR]CoachDesk.exe" "%1"']
    assert '"--vault-folder=[VAULTFOLDER] "' in table("CustomAction"), (
        "a backslash at its end is none of the quotation mark"
    )
    sequence = [line.split("\t") for line in table("InstallExecuteSequence").splitlines()[3:]]
    (when,) = (condition for step, condition, _number in sequence if step == "MachineSetup")
    assert when.endswith("AND NOT Installed"), "a coach who repairs it lays nothing down"
    steps = {step: number for step, _condition, number in sequence}
    order = ("InstallInitialize", "RemoveExistingProducts", "InstallFiles", "MachineSetup", "InstallFinalize")
    assert sorted(order, key=lambda each: int(steps[each])) == list(order)
