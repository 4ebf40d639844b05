"""The house keeps its shape: registries are whole, files stay readable, the tray stays light."""

import ast
import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import outlay
from outlay.readers.logs import READERS

PACKAGE = Path(outlay.__file__).parent
TESTS = Path(__file__).parent.parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
MOST_PARAMETERS = 6


def functions():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}", node


def test_no_file_is_longer_than_a_reader_can_hold():
    long = {
        str(path.relative_to(PACKAGE)): count
        for path in SOURCES
        if (count := len(path.read_text().split("\n"))) > LONGEST_FILE
    }
    assert not long


def test_no_function_does_more_than_fits_on_a_screen():
    assert not [name for name, node in functions() if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION]


def test_no_function_asks_for_more_than_six_things():
    wide = [
        name
        for name, node in functions()
        if len(node.args.args)
        + len(node.args.kwonlyargs)
        - (node.args.args[:1] != [] and node.args.args[0].arg in {"self", "cls"})
        > MOST_PARAMETERS
    ]
    assert not wide


def test_every_file_says_what_it_is_for():
    assert not [str(path) for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text()))]


def test_no_file_has_a_name_that_says_nothing():
    nothing = {"utils", "helpers", "manager", "common", "base", "misc", "info", "data"}
    assert not [str(path) for path in SOURCES if path.stem in nothing]


def test_every_log_reader_stands_in_the_registry_and_has_fixtures():
    folder = PACKAGE / "readers" / "logs"
    shared = {
        "__init__",
        "lines",
        "loose",
        "clock",
        "shell",
        "heredocs",
        "shell_words",
        "shown_code",
        "recoveries",
    }
    there = {path.stem for path in folder.iterdir() if not path.stem.startswith("__")}
    listed = {reader.reader_id.removeprefix("logs.") for reader in READERS}
    readers = {
        name for name in there if hasattr(importlib.import_module(f"outlay.readers.logs.{name}"), "READER")
    }
    assert readers == listed, "add READER to desktop/outlay/readers/logs/__init__.py"
    assert there - readers <= shared
    for name in listed:
        assert any((TESTS / "fixtures" / "logs" / name).iterdir()), f"no fixtures for {name}"
        assert f"logs.{name}" in (PACKAGE / "readers" / "README.md").read_text()


def test_only_the_store_writes_sql_and_only_readers_look_into_other_programs_files():
    writing = re.compile(r"\b(insert into|insert or|delete from|create table|drop table)\b", re.IGNORECASE)
    asking = re.compile(r"\bselect .+ from\b", re.IGNORECASE)
    outside = {path: path.read_text(encoding="utf-8") for path in SOURCES if "store" not in path.parts}
    assert not [str(path) for path, text in outside.items() if writing.search(text)]
    allowed = {PACKAGE / "readers" / "logs", PACKAGE / "system"}
    elsewhere = [path for path, text in outside.items() if asking.search(text)]
    # Azure DevOps is asked in a language of its own, WIQL, which reads like SQL and goes over the network.
    wiql = PACKAGE / "readers" / "work" / "azure_work_items.py"
    assert not [str(path) for path in elsewhere if path != wiql and not allowed & set(path.parents)]


SCORE_WORDS = re.compile(
    r"\b(score|grade|streak|badge|rank|leaderboard|percentile|wasted?|great job|well done|productiv\w+|goal|target)\b",
    re.IGNORECASE,
)
ALLOWED = {"the real target"}


def shown_strings():
    rooms = ("presenters", "ui", "cli", "painting")
    for path in SOURCES:
        if path.relative_to(PACKAGE).parts[0] in rooms:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            docs = {
                id(node.body[0].value)
                for node in ast.walk(tree)
                if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
                and node.body
                and isinstance(node.body[0], ast.Expr)
            }
            for node in ast.walk(tree):
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and id(node) not in docs
                    and " " in node.value
                ):
                    yield path, node.value


def test_no_shown_text_scores_ranks_praises_or_blames():
    found = [
        (str(path), text)
        for path, text in shown_strings()
        if SCORE_WORDS.search(text) and text not in ALLOWED
    ]
    assert not found


def test_no_shown_text_shouts():
    assert not [(str(path), text) for path, text in shown_strings() if "!" in text.replace("!=", "")]


HEAVY = {
    "numpy",
    "pyqtgraph",
    "keyring",
    "requests",
    "pydantic",
    "genai_prices",
    "msgspec",
    "stringzilla",
    "xxhash",
    "zstandard",
    "tqdm",
    "tomli_w",
    "httpx2",
}


def modules_after(code, home):
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "OUTLAY_DATA_DIR": str(home / "data"),
        "OUTLAY_CONFIG_DIR": str(home),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "QT_QPA_PLATFORM": "offscreen",
    }
    script = f"{code}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


def tops(names):
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize(
    "code",
    [
        "from outlay.wiring import build_app; build_app().glance()",
        "from outlay.wiring import build_app; import outlay.ui.tray_app; build_app().glance()",
    ],
)
def test_what_the_tray_process_loads_is_light(empty_home, code):
    loaded = modules_after(code, empty_home)
    assert not tops(loaded) & HEAVY
    assert not {name for name in loaded if name.startswith("outlay.ui.window.")}


def test_the_command_line_loads_qt_only_to_draw(empty_home):
    assert "PySide6" not in modules_after("import outlay.entry", empty_home)


def test_the_window_loads_what_asks_accounts_only_to_ask_one(empty_home):
    code = "import outlay.ui.window.window_app; from outlay.wiring import build_app; app = build_app(); app.accounts()"
    loaded = modules_after(code, empty_home)
    assert not tops(loaded) & {"requests", "keyring", "secretstorage"}
    assert "requests" in modules_after(f"{code}; app.systems()", empty_home)


def test_the_window_loads_the_long_axis_only_to_show_it(empty_home):
    loaded = modules_after("import outlay.ui.window.pages.spend_list", empty_home)
    assert not tops(loaded) & {"numpy", "pyqtgraph"}
