"""What is left out of a bundle, and what is not."""

import pytest

from tools.shipping.pruned import is_shipped, reachable


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt6Core.dll",
        "PySide6/QtWidgets.pyd",
        "PySide6/Qt/lib/libQt6WaylandClient.so.6",
        "PySide6/Qt/lib/libQt6OpenGL.so.6",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "babel/locale-data/cy.dat",
        "fontpkg_fira_sans/files/FiraSans-Medium.ttf",
        "fontpkg_noto_sans/files/NotoSans[wdth,wght].ttf",
        "babel-2.18.0.dist-info/METADATA",
        "babel-2.18.0.dist-info/licenses/LICENSE",
    ],
)
def test_windows_dialogues_input_methods_wayland_and_licences_stay(place: str) -> None:
    assert is_shipped(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt6Quick.dll",
        "PySide6/QtQml.pyd",
        "PySide6/Qt6SvgWidgets.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/designer.exe",
        "PySide6/plugins/tls/qopensslbackend.dll",
        "PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\translations\\qt_fr.qm",
        "babel/locale-data/fr.dat",
        "fontpkg_fira_sans/files/FiraSans-Thin.ttf",
        "reportlab/fonts/DarkGardenMK.pfb",
        "babel-2.18.0.dist-info/RECORD",
        "bin/pybabel",
    ],
)
def test_qml_web_the_network_other_languages_and_faces_that_nobody_sees_go(place: str) -> None:
    assert not is_shipped(place)


def test_a_library_of_the_system_stays_only_where_something_of_ours_leads_to_it() -> None:
    needs = {
        "ours.so": {"libglib.so"},
        "libglib.so": {"libpcre.so"},
        "libgtk.so": {"libcairo.so"},
        "libcairo.so": set(),
    }
    assert reachable(needs, ["libglib.so", "libpcre.so", "libgtk.so", "libcairo.so"]) == {"libglib.so", "libpcre.so"}
