"""One pen, finger or mouse at a time; what it drew keeps its shape whatever becomes of the window."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.checks import at_text_size, settle
from ui import theme
from ui.kit.signature_pad import SignatureField, SignaturePad
from ui.theme import Appearance, Theme


@pytest.fixture
def field(qtbot: QtBot) -> SignatureField:
    shown = SignatureField("Sign here", "You can also type.", undo="Undo", clear="Clear")
    qtbot.addWidget(shown)
    shown.resize(600, 320)
    shown.show()
    settle()
    return shown


def pen(pad: SignaturePad, kind: QEvent.Type, x: float, y: float) -> None:
    """A pen, as the system tells of it; how hard it is pressed does not matter."""
    at = QPointF(x, y)
    event = QTabletEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        at,
        pad.mapToGlobal(at),
        0.7,
        0,
        0,
        0,
        0,
        0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
    )
    QApplication.sendEvent(pad, event)


def test_a_finger_draws_once_and_not_once_more_as_a_mouse(field: SignatureField) -> None:
    pad = field.pad
    finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    QTest.touchEvent(pad, finger).press(0, pad.rect().center())
    QTest.touchEvent(pad, finger).move(0, pad.rect().center() * 1.4)
    QTest.touchEvent(pad, finger).release(0, pad.rect().center() * 1.4)
    assert [len(stroke) for stroke in pad.strokes()] == [2]


def test_beside_a_pen_the_hand_that_holds_it_draws_nothing(field: SignatureField) -> None:
    pad = field.pad
    pen(pad, QEvent.Type.TabletPress, 50, 50)
    pen(pad, QEvent.Type.TabletMove, 90, 60)
    pen(pad, QEvent.Type.TabletRelease, 90, 60)
    finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    QTest.touchEvent(pad, finger).press(0, pad.rect().center())
    QTest.touchEvent(pad, finger).release(0, pad.rect().center())
    ((first, last),) = pad.strokes()
    assert first == pytest.approx((50 / pad.width(), 50 / pad.width()))
    assert last == pytest.approx((90 / pad.width(), 60 / pad.width()))


def test_a_stroke_that_leaves_the_pad_stays_inside_it(field: SignatureField) -> None:
    pad = field.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    QTest.mouseMove(pad, pad.rect().bottomRight() * 3)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=pad.rect().bottomRight() * 3)
    assert all(0 <= x <= 1 and 0 <= y <= pad.height() / pad.width() for x, y in pad.strokes()[0])


def test_the_last_stroke_and_all_of_them_can_be_taken_back(field: SignatureField) -> None:
    assert not field.undo.isEnabled()
    for at in (0.5, 1.2):
        QTest.mouseClick(field.pad, Qt.MouseButton.LeftButton, pos=field.pad.rect().center() * at)
    field.undo.click()
    assert len(field.pad.strokes()) == 1
    field.clear.click()
    assert field.pad.strokes() == ()
    assert not field.clear.isEnabled()


@pytest.mark.parametrize("wish", [Theme.BASIC, Theme.DARK, Theme.DARKER, Theme.TEXT_ONLY])
def test_the_line_stands_out_in_every_theme_and_grows_with_the_text(
    field: SignatureField, appearance: Appearance, wish: Theme
) -> None:
    pad = field.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    QTest.mouseMove(pad, pad.rect().center() * 0.4)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center() * 0.4)
    inked = []
    for size in (100, 200):
        with at_text_size(appearance, size, wish):
            settle()
            image, ink = pad.grab().toImage(), QColor(theme.colour("text")).rgb()
            inside = image.copy(image.rect().adjusted(8, 8, -8, -8))
            inked.append(sum(inside.pixel(x, y) == ink for x in range(inside.width()) for y in range(inside.height())))
    assert inked[0] > 100
    assert inked[1] > 1.3 * inked[0]
