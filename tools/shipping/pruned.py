"""What no bundle ships: one list for PyInstaller's recipe (`build.spec`) and for the folder for Windows.

Kept on purpose: input methods, the desktop's own file dialogues (xdg-desktop-portal), Wayland and with it libQt6OpenGL.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from tools.process import output

_QT = "Core|Gui|Widgets|Network|PrintSupport|Svg|DBus"
"""The modules of Qt that the program uses; Linux needs a few more libraries under them."""

_DROPPED = re.compile(
    rf"""(^|/)(
      PySide6/Qt(?!({_QT})\b)\w+\.(pyd|abi3\.so)$
    | Qt6(?!({_QT})\.dll)\w+\.dll$
    | libQt6(?!({_QT}|OpenGL|WaylandClient|WlShellIntegration|XcbQpa)\.so)
    | PySide6/[\w-]+\.exe$
    | PySide6/(opengl32sw|d3dcompiler|vcamp|vccorlib|vcomp|concrt|pyside6qml)[\w.-]*\.dll$
    | (PySide6|Qt)/(qml|translations|include|doc|glue|typesystems|metatypes|resources|scripts|support|libexec)/
    | PySide6/lib/
    | plugins/(egldeviceintegrations|generic|networkinformation|qmltooling|sqldrivers|tls|virtualkeyboard|qmllint)/
    | plugins/(designer|vectorimageformats)/
    | plugins/platforms/(lib)?q(eglfs|linuxfb|vnc|minimalegl|vkkhrdisplay|webgl|direct2d|minimal)\.
    | plugins/platforminputcontexts/(lib)?qtvirtualkeyboard
    | plugins/imageformats/(lib)?qpdf\.
    | plugins/platformthemes/libqgtk3
    | PIL/_(avif|webp|imagingtk|imagingft)\.
    | sqlalchemy/(testing|dialects/(mysql|oracle|mssql|postgresql))/
    | lxml/(html|isoschematron|includes)/
    | pillow\.libs/lib(avif|webp)
    | babel/locale-data/(?!root\.dat|cy(_GB)?\.dat|en(_GB|_001)?\.dat)
    | fontpkg_fira_sans/files/(?!FiraSans-(Regular|Medium|SemiBold|Bold)\.ttf)
    | fontpkg_noto_sans/files/(?!NotoSans\[wdth,wght\]\.ttf)
    | reportlab/fonts/
    | (bin|share|Scripts)/
    | .*\.(pyi|pxd|pxi|pyx|h|lib|cmake)$
    | (icalendar|win32ctypes)/tests/
    | \.lock$
    )""",
    re.VERBOSE,
)

_NOT_RECORDED = {"RECORD", "INSTALLER", "REQUESTED", "WHEEL", "direct_url.json", "uv_cache.json", "entry_points.txt"}
"""Files of an installation that are wrong or idle once it has been cut down; METADATA and the licences stay."""


def is_shipped(place: str) -> bool:
    """Whether a file belongs into a bundle; `place` is its path below the folder of the libraries."""
    path = PurePosixPath(place.replace("\\", "/"))
    recorded = path.name in _NOT_RECORDED and path.parent.name.endswith(".dist-info")
    return not recorded and not _DROPPED.search(path.as_posix())


def reachable(needs: Mapping[str, Iterable[str]], system: Iterable[str]) -> frozenset[str]:
    """The libraries of the build machine that something else still needs.

    Args:
        needs: for each binary's file name, the file names of the libraries that it is linked with.
        system: the names that came from the system; what only they need goes with them.

    Returns:
        Those of `system` that a binary of ours leads to.
    """
    loose = set(system)
    waiting = [name for name in needs if name not in loose]
    found: set[str] = set()
    while waiting:
        wanted = {name for name in needs.get(waiting.pop(), ()) if name in loose} - found
        found |= wanted
        waiting.extend(wanted)
    return frozenset(found)


def linked_with(path: str) -> frozenset[str]:
    """The file names of the libraries that a program or library of Linux asks for itself."""
    return frozenset(re.findall(r"^\s+NEEDED\s+(\S+)", output(["objdump", "-p", path]), re.MULTILINE))
