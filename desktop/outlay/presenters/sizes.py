"""Sizes of files as they are shown."""

from outlay.presenters.tongue import decimal_sign, number, tr

_KILO, _MEGA, _GIGA = 10**3, 10**6, 10**9
_TENTHS_BELOW = 10


def size_text(size: int) -> str:
    """`640 bytes`, `12 kB`, `4.4 MB`, `96 MB`, `1.2 GB`: decimal units, a tenth only below ten."""
    if size < _KILO:
        return tr("{n} bytes", n=size)
    if size < _MEGA:
        return tr("{size} kB", size=_told(size, _KILO))
    if size < _GIGA:
        return tr("{size} MB", size=_told(size, _MEGA))
    return tr("{size} GB", size=_told(size, _GIGA))


def megabytes(size: int) -> str:
    """A size in megabytes, without its unit: `412`, `0.3`."""
    return _told(size, _MEGA)


def _told(size: int, unit: int) -> str:
    if size >= _TENTHS_BELOW * unit:
        return number(round(size / unit))
    return f"{size / unit:.1f}".replace(".", decimal_sign())
