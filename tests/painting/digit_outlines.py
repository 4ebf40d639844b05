"""Where resources/look/digits.json comes from: outlines of Inter semi-bold, in units of a thousandth of the size.

Run as a program it writes the file anew.
"""

import json
import sys
from pathlib import Path

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainterPath

from outlay.painting.type import load_inter
from outlay.system.resources import resource_path

CHARACTERS = "0123456789k\u2013"
EM = 1000


def outlines() -> dict:
    """Cap height, and for every character its advance and its path. Needs a QGuiApplication."""
    font = QFont(load_inter(resource_path))
    font.setPixelSize(EM)
    font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    metrics = QFontMetricsF(font)
    glyphs = {
        character: {
            "advance": round(metrics.horizontalAdvance(character)),
            "path": _elements(character, font),
        }
        for character in CHARACTERS
    }
    return {"cap_height": round(metrics.capHeight()), "glyphs": glyphs}


def _elements(character: str, font: QFont) -> list:
    path = QPainterPath()
    path.addText(0, 0, font, character)
    elements = (path.elementAt(number) for number in range(path.elementCount()))
    return [[element.type.value, round(element.x), round(element.y)] for element in elements]


if __name__ == "__main__":
    application = QGuiApplication(["digits"])
    Path(sys.argv[1]).write_text(json.dumps(outlines(), separators=(",", ":")) + "\n", encoding="utf-8")
