"""Where a vault may lie: not on another computer, not on a stick, not where a service copies it."""

import sys
from pathlib import Path

import pytest

from coachdesk.errors import AppError
from coachdesk.vault.places import Mount, check, is_network, is_removable, mount_of, synchronised

MOUNTS = """\
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
//server/homes /home cifs rw 0 0
/dev/nvme0n1p3 /home/local ext4 rw 0 0
coach@host:/srv /mnt/my\\040share fuse.sshfs rw 0 0
tmpfs /run/media tmpfs rw 0 0
/dev/sdb1 /run/media vfat rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "device", "kind"),
    [
        ("/srv/vault", "/dev/nvme0n1p2", "ext4"),
        ("/home/coach/vault", "//server/homes", "cifs"),
        ("/home/local/vault", "/dev/nvme0n1p3", "ext4"),
        ("/homes/vault", "/dev/nvme0n1p2", "ext4"),
        ("/mnt/my share/vault", "coach@host:/srv", "fuse.sshfs"),
        ("/run/media/vault", "/dev/sdb1", "vfat"),
    ],
)
def test_the_innermost_and_last_mounted_file_system_counts(path: str, device: str, kind: str) -> None:
    mount = mount_of(Path(path), MOUNTS)
    assert mount is not None
    assert (mount.device, mount.kind) == (device, kind)


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "davfs", "ceph"])
def test_a_file_system_of_another_computer_is_network(kind: str) -> None:
    assert is_network(kind)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "ntfs3", "fuseblk"])
def test_a_file_system_of_this_computer_is_not(kind: str) -> None:
    assert not is_network(kind)


def test_no_mount_is_found_in_an_empty_list() -> None:
    assert mount_of(Path("/srv"), "") is None
    assert mount_of(Path("/srv"), "/dev/a / ext4 rw") == Mount("/dev/a", "/", "ext4")


@pytest.fixture
def sys_folder(tmp_path: Path) -> Path:
    """Block devices as `/sys` shows them: a built-in disk, a card, a disk on USB, and an encrypted stick."""
    devices = tmp_path / "devices"
    disks = {"pci0/ata1/sda": "0", "pci0/mmc/mmcblk0": "1", "pci0/usb2/2-1/sdb": "0", "pci0/usb2/2-2/sdc": "1"}
    for disk, removable in disks.items():
        part = devices / disk / f"{Path(disk).name}1"
        part.mkdir(parents=True)
        (devices / disk / "removable").write_text(f"{removable}\n")
        (tmp_path / part.name).symlink_to(part)
    for name, below in (("dm-0", "pci0/ata1/sda/sda1"), ("dm-1", "pci0/usb2/2-2/sdc/sdc1")):
        slaves = devices / "virtual" / name / "slaves"
        slaves.mkdir(parents=True)
        (slaves / Path(below).name).symlink_to(devices / below)
        (tmp_path / name).symlink_to(devices / "virtual" / name)
    return tmp_path


@pytest.mark.parametrize(
    ("device", "removable"),
    [("sda1", False), ("mmcblk01", True), ("sdb1", True), ("sdc1", True), ("dm-0", False), ("dm-1", True)],
)
def test_what_can_be_pulled_out_is_removable_also_under_encryption(
    sys_folder: Path, device: str, *, removable: bool
) -> None:
    assert is_removable(sys_folder / device) is removable


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Department for Work", "OneDrive"),
        ("onedrive", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Work)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("Box Sync", "Box"),
    ],
)
def test_a_folder_of_a_synchronising_service_is_known_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    below = tmp_path / folder / "work" / "vaults"
    assert synchronised(below, {}) == service
    with pytest.raises(AppError) as refused:
        check(below, removable_allowed=True)
    assert (refused.value.code, refused.value.details) == ("vault.place-synchronised", {"service": service})


@pytest.mark.parametrize("marker", [".dropbox.cache", ".stfolder", ".nextcloudsync.log", ".tmp.driveupload"])
def test_it_is_known_by_what_the_service_leaves_there(tmp_path: Path, marker: str) -> None:
    (tmp_path / marker).mkdir()
    assert synchronised(tmp_path / "vaults", {})
    assert not synchronised(tmp_path.parent, {})


def test_it_is_known_by_what_onedrive_and_the_roaming_profile_tell_programs(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "Shared"), "APPDATA": str(tmp_path / "Roaming")}
    assert synchronised(tmp_path / "shared" / "vaults", environment) == "OneDrive"
    assert synchronised(tmp_path / "Roaming" / "CoachDesk", environment) == "roaming profile"
    assert not synchronised(tmp_path / "Local" / "CoachDesk", environment)


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "OneDrive")
    with pytest.raises(AppError) as refused:
        check(tmp_path / "plain", removable_allowed=False)
    assert refused.value.code == "vault.place-synchronised"


@pytest.mark.skipif(sys.platform != "linux", reason="looks at this machine's own mounts")
def test_a_plain_local_folder_will_do_even_before_it_is_made(tmp_path: Path) -> None:
    check(tmp_path / "not" / "yet", removable_allowed=False)
