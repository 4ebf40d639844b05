"""The language of the faces: chosen once at the start, for Qt's own words, the controls and the presenters."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from outlay.presenters.tongue import ENGLISH, ENGLISH_NAME, NUMBER_FORMS, NumberForm, Tongue, speak
from outlay.system.resources import resource_path

CONTEXT = "presenters"
"""Where translations of the presenters' words stand."""

LANGUAGES = (ENGLISH_NAME, "de")
_SYSTEM = "system"


def speak_language(app: QCoreApplication, wish: str = _SYSTEM) -> Tongue:
    """Put every word into the language wished for, `system` for the desktop's; answers what is spoken from now on."""
    name = language_of(wish, QLocale.system().uiLanguages())
    tongue = tongue_of(name)
    if name != ENGLISH_NAME:
        _install(app, resource_path(f"languages/outlay_{name}.qm"))
        _install(
            app, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{name}.qm"
        )
    speak(tongue)
    return tongue


def language_of(wish: str, preferred: Sequence[str]) -> str:
    """The language to speak: the owner's wish, else the first the desktop prefers that there is, else English."""
    if wish != _SYSTEM:
        return wish if wish in LANGUAGES else ENGLISH_NAME
    told = (name.replace("_", "-").partition("-")[0].lower() for name in preferred)
    return next((name for name in told if name in LANGUAGES), ENGLISH_NAME)


def tongue_of(name: str) -> Tongue:
    """The presenters' tongue of a language, looked up in what is installed."""
    return ENGLISH if name == ENGLISH_NAME else Tongue(name, _found, NUMBER_FORMS.get(name, NumberForm()))


def _found(text: str, one: str, number: int | None) -> str:
    found = QCoreApplication.translate(CONTEXT, text, one, -1 if number is None else number)
    return one if number == 1 and found == text else found


def _install(app: QCoreApplication, path: Path) -> None:
    """Qt's own words may be missing on a system that packs them apart; English stands in."""
    translator = QTranslator(app)
    if translator.load(str(path)):
        app.installTranslator(translator)
