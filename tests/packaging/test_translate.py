"""Every text of the code stands translated in the shipped languages. What fails here: run packaging/translate."""

import re
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

_ROOT = Path(__file__).resolve().parents[2]
_FILES = sorted((_ROOT / "resources" / "languages").glob("outlay_*.ts"))
_RUN = "run packaging/translate and translate what it leaves unfinished"


def _script() -> ModuleType:
    loader = SourceFileLoader("packaging_translate", str(_ROOT / "packaging" / "translate"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    sys.modules[loader.name] = module
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


translate = _script()
TEXTS = translate.texts_of(translate.CODE)


def _places(text: str) -> list[str]:
    return sorted(set(re.findall(r"\{(\w+)\}", text)))


def test_there_is_a_german_file():
    assert [path.name for path in _FILES] == ["outlay_de.ts"]


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_every_text_of_the_code_is_in_the_file_and_finished(path):
    known = translate.translations_of(path)
    missing = [text.text for text in TEXTS if not all(known.get(text, ("",)))]
    assert not missing, _RUN


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_no_translation_outlives_its_text(path):
    gone = [text.text for text in translate.translations_of(path) if text not in TEXTS]
    assert not gone, _RUN


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_a_translation_has_the_named_places_of_its_text(path):
    for text, forms in translate.translations_of(path).items():
        assert len(forms) == (2 if text.one else 1)
        assert all(_places(form) == _places(text.text) for form in forms), text.text


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_what_the_program_loads_is_what_the_file_says(path):
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    for text, forms in translate.translations_of(path).items():
        for number, form in zip((1, 2) if text.one else (-1,), forms, strict=True):
            assert translator.translate(text.context, text.text, text.one, number) == form, _RUN


def test_texts_are_found_in_calls_tables_and_controls(tmp_path):
    (tmp_path / "page.py").write_text(
        'tr("a {b}", b=1)\nTABLE = {1: later("in a " "table"), 2: Forms("{n} one", "{n} many")}\n'
        'plural(3, one="{n} day", many="{n} days")\nplural(3, "{n} cat", "{n} cats")\n'
        'QCoreApplication.translate("Popover", "Quit")\ntold("Window", "Show")\ntr(TABLE[1])\n'
    )
    assert {(one.context, one.text, one.one) for one in translate.texts_of(tmp_path)} == {
        ("presenters", "a {b}", ""),
        ("presenters", "in a table", ""),
        ("presenters", "{n} many", "{n} one"),
        ("presenters", "{n} days", "{n} day"),
        ("presenters", "{n} cats", "{n} cat"),
        ("Popover", "Quit", ""),
        ("Window", "Show", ""),
    }


def test_translations_survive_and_texts_that_are_gone_do_not(tmp_path):
    keeps, gone = translate.Text("presenters", "<kept> & said"), translate.Text("presenters", "gone")
    counted = translate.Text("presenters", "{n} days ", "{n} day ")
    known = {keeps: ("<behalten>",), gone: ("weg",), counted: ("{n} Tag ", "{n} Tage ")}
    path = tmp_path / "outlay_de.ts"
    path.write_text(translate.written("de", {keeps: "a.py", counted: "b.py"}, known), encoding="utf-8")
    assert translate.translations_of(path) == {keeps: known[keeps], counted: known[counted]}


def test_a_text_without_a_translation_is_unfinished(tmp_path):
    path = tmp_path / "outlay_de.ts"
    path.write_text(
        translate.written("de", {translate.Text("Popover", "Quit"): "a.py"}, {}), encoding="utf-8"
    )
    assert 'type="unfinished"' in path.read_text(encoding="utf-8")
    assert translate.translations_of(path) == {}
