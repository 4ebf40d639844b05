"""Colours and measures of resources/look/tokens.json, the only place they stand."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtGui import QColor

LIGHT = "light"
DARK = "dark"
HIGH_CONTRAST = "high_contrast"
THEMES = (LIGHT, DARK, HIGH_CONTRAST)


class TypeStyle(NamedTuple):
    """One text style; `size` and `line` in device-independent pixels at 100 % text."""

    size: int
    line: int
    weight: int
    tracking_em: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one theme. Colours are found as `text.ink`, sizes as `size.row`."""

    theme: str
    colors: Mapping[str, QColor]
    styles: Mapping[str, TypeStyle]
    sizes: Mapping[str, float]
    tray: Mapping[str, QColor]
    digits_two: Mapping[str, str]
    digits_three: Mapping[str, str]


def load_tokens(path: Path, theme: str) -> Tokens:
    """The tokens of a theme, `light`, `dark` or `high_contrast`, from the token file."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    tray = raw["tray"]
    return Tokens(
        theme,
        _colors(raw["color"][theme]),
        MappingProxyType({name: _style(style) for name, style in raw["type"]["styles"].items()}),
        MappingProxyType(_numbers(raw, ("size", "radius", "chart"))),
        MappingProxyType({name: color_of(text) for name, text in raw["color"]["tray"].items()}),
        MappingProxyType(tray["digits_two"]),
        MappingProxyType(tray["digits_three"]),
    )


def color_of(text: str) -> QColor:
    """A colour written RRGGBB or RRGGBBAA with a hash; Qt itself would read alpha first."""
    color = QColor(text[:7])
    if len(text) > len("#RRGGBB"):
        color.setAlpha(int(text[7:], 16))
    return color


def _colors(groups: Mapping[str, Mapping[str, Any]]) -> Mapping[str, QColor]:
    return MappingProxyType(
        {
            f"{group}.{name}": color_of(value)
            for group, members in groups.items()
            for name, value in members.items()
            if isinstance(value, str)
        }
    )


def _style(raw: Mapping[str, Any]) -> TypeStyle:
    return TypeStyle(raw["size"], raw["line"], raw["weight"], raw["tracking_em"])


def _numbers(raw: Mapping[str, Any], groups: tuple[str, ...]) -> dict[str, float]:
    return {
        f"{group}.{name}": value
        for group in groups
        for name, value in raw[group].items()
        if isinstance(value, int | float)
    }
