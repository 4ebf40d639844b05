"""A sync is run again and again, so one with little to do loads little."""

import json
import os
import subprocess
import sys

import pytest

READING = {"msgspec", "zstandard", "genai_prices"}
UNUSED = {"tzlocal", "platformdirs", "tomllib", "logging", "subprocess", "decimal", "hashlib", "csv"}
SCRIPT = "import sys, json; from outlay.cli.main import main; main(['sync'])\n"
TOLD = "sys.stderr.write(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"


@pytest.fixture
def home(tmp_path):
    """A home with one log, which was read."""
    log = tmp_path / ".claude" / "projects" / "shop" / "s1.jsonl"
    log.parent.mkdir(parents=True)
    log.write_text(json.dumps({"type": "user", "sessionId": "s1", "message": {"content": "hi"}}) + "\n")
    modules_of_a_sync(tmp_path)
    return tmp_path


def modules_of_a_sync(home):
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "OUTLAY_DATA_DIR": str(home / "data"),
        "OUTLAY_CONFIG_DIR": str(home / "data"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-c", SCRIPT + TOLD]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr))


def test_where_nothing_is_new_no_reader_is_loaded(home):
    assert not modules_of_a_sync(home) & (READING | UNUSED)


def test_what_was_appended_loads_the_one_reader_it_needs(home):
    with (home / ".claude" / "projects" / "shop" / "s1.jsonl").open("a") as log:
        log.write(json.dumps({"type": "user", "sessionId": "s1", "message": {"content": "more"}}) + "\n")
    loaded = modules_of_a_sync(home)
    assert loaded & READING == {"msgspec"}
    assert not loaded & (UNUSED - {"decimal", "hashlib"})
