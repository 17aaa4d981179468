"""What the cross in the corner of a window does. No window manager runs on our desktop that would send it."""

import ctypes
from ctypes import Structure, c_char, c_int, c_long, c_ulong, c_void_p


class Message(Structure):
    """XClientMessageEvent of Xlib, in 32-bit format."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("rest", c_char * 96),  # an XEvent is larger than any of its kinds
    )


CLIENT_MESSAGE = 33


def ask_to_close(display: str, window: int) -> None:
    """Send WM_DELETE_WINDOW to a window of a display (":3")."""
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = c_void_p
    xlib.XInternAtom.restype = c_ulong
    xlib.XInternAtom.argtypes = (c_void_p, ctypes.c_char_p, c_int)
    xlib.XSendEvent.argtypes = (c_void_p, c_ulong, c_int, c_long, c_void_p)
    xlib.XCloseDisplay.argtypes = (c_void_p,)
    opened = xlib.XOpenDisplay(display.encode())
    assert opened, "There is no such display."
    atoms = [xlib.XInternAtom(opened, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")]
    data = (c_long * 5)(atoms[1], 0, 0, 0, 0)
    message = Message(CLIENT_MESSAGE, 0, 1, opened, window, atoms[0], 32, data)
    xlib.XSendEvent(opened, window, 0, 0, ctypes.byref(message))
    xlib.XCloseDisplay(opened)
