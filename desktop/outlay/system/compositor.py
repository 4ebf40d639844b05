"""Whether windows can have translucent corners here."""

import ctypes
import sys


def has_compositor(platform: str) -> bool:
    """Whether somebody blends windows. `platform` is Qt's name of the windowing system."""
    if platform != "xcb":
        return platform.startswith("wayland") or sys.platform in ("darwin", "win32")
    try:
        return _owns_compositing_selection(ctypes.CDLL("libX11.so.6"))
    except OSError:
        return False


def _owns_compositing_selection(x11: ctypes.CDLL) -> bool:
    """A compositing manager owns the selection _NET_WM_CM_S0 (EWMH, "Compositing Managers")."""
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = x11.XGetSelectionOwner.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    x11.XGetSelectionOwner.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    owner = x11.XGetSelectionOwner(display, x11.XInternAtom(display, b"_NET_WM_CM_S0", 0))
    x11.XCloseDisplay(display)
    return bool(owner)
