"""Gives freed memory back to the system: the C library keeps what lies between things still in use."""

import sys


def give_back_memory() -> None:
    """On Linux with glibc hand over every free page; elsewhere the system sees to it itself."""
    if not sys.platform.startswith("linux"):
        return
    from ctypes import CDLL  # noqa: PLC0415  half a megabyte, and a start that need not wait for it

    trim = getattr(CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
