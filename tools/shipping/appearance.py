"""What Windows shows of a program: its icon, its version, and how it scales (`packaging/windows/program.manifest`).

The launchers of the assembled folder and the programs of `build.spec` get the same, so it needs no tool but Python and Qt.
"""

import struct

from tools.shipping import PACKAGING

MANIFEST = PACKAGING / "windows" / "program.manifest"

SAYS = {"CoachDesk": "CoachDesk", "coachdesk-cli": "CoachDesk for the command line"}
"""What each program is, in the few words that the task manager shows."""

_PICTURES = (16, 20, 24, 32, 40, 48, 64, 256)
_SIGNATURE, _STRUCTURE, _FOR_WINDOWS_NT, _A_PROGRAM = 0xFEEF04BD, 0x10000, 0x40004, 1
_BRITISH_ENGLISH, _UTF_16 = 0x0809, 0x04B0


def words(name: str, version: str) -> dict[str, str]:
    """What the page "Details" of a program's properties says; the name is without `.exe`."""
    return {
        "CompanyName": "The CoachDesk contributors",
        "FileDescription": SAYS[name],
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": "MIT License",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "CoachDesk",
        "ProductVersion": version,
    }


def version_resource(name: str, version: str) -> bytes:
    """Those words as Windows keeps them in a program: the structure VS_VERSIONINFO."""
    numbers = [int(number) for number in [*version.split("."), "0", "0", "0"][:4]]
    four = numbers[1] | numbers[0] << 16, numbers[3] | numbers[2] << 16
    fixed = struct.pack("<13I", _SIGNATURE, _STRUCTURE, *four, *four, 0, 0, _FOR_WINDOWS_NT, _A_PROGRAM, 0, 0, 0)
    said = [_node(key, text) for key, text in words(name, version).items()]
    table = _node(f"{_BRITISH_ENGLISH:04X}{_UTF_16:04X}", "", *said)
    language = _node("Translation", struct.pack("<HH", _BRITISH_ENGLISH, _UTF_16))
    return _node("VS_VERSION_INFO", fixed, _node("StringFileInfo", "", table), _node("VarFileInfo", "", language))


def icon() -> bytes:
    """The program's drawing as an icon of Windows: a list of PNGs, each as sharp as its size allows."""
    drawing = (PACKAGING / "coachdesk.svg").read_bytes()
    pictures = [_picture(drawing, side) for side in _PICTURES]
    place = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for side, picture in zip(_PICTURES, pictures, strict=True):
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), place + len(body))
        body += picture
    return head + body


def _node(key: str, value: bytes | str, *inside: bytes) -> bytes:
    """A key, its value and what lies below it, each from a border of four bytes on; before them their lengths."""
    if isinstance(value, bytes):
        raw, length, kind = value, len(value), 0
    else:
        raw = _letters(value) if value else b""
        length, kind = len(raw) // 2, 1
    content = _padded(bytes(6) + _letters(key)) + raw
    for each in inside:
        content = _padded(content) + each
    return struct.pack("<HHH", len(content), length, kind) + content[6:]


def _letters(text: str) -> bytes:
    return f"{text}\0".encode("utf-16-le")


def _padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % 4)


def _picture(drawing: bytes, side: int) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(held, QByteArray(b"png")).write(image)
    return bytes(held.data().data())
