"""Whatever stands in a log: the reader raises nothing, and what it hands over can be stored."""

import json
import shutil
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from codex_lines import facts_of, read

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "codex"
FILES = sorted(path.relative_to(CASES) for path in CASES.rglob("*.jsonl"))
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def can_be_stored(facts):
    for event in facts["events"]:
        assert all(part is None or 0 <= part <= 2**53 for part in event.tokens)
    texts = [text for rows in facts.values() for row in rows for text in row if isinstance(text, str)]
    assert all(text.encode() is not None for text in texts)
    assert all(row.session.session for rows in facts.values() for row in rows)


def read_with(folder, file, content):
    home = folder / "home"
    shutil.copytree(CASES / file.parts[0] / "input", home, dirs_exist_ok=True)
    home.joinpath(*file.parts[2:]).write_bytes(content)
    can_be_stored(facts_of(read(home)))


@given(data=st.data(), file=st.sampled_from(FILES))
@settings(max_examples=60, deadline=None)
def test_damaged_bytes_raise_nothing(tmp_path_factory, data, file):
    content = bytearray((CASES / file).read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(content)), max_size=6)):
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=6))
    read_with(tmp_path_factory.mktemp("damaged"), file, bytes(content))


@given(data=st.data(), file=st.sampled_from(FILES))
@settings(max_examples=120, deadline=None)
def test_values_of_any_type_raise_nothing(tmp_path_factory, data, file):
    records = [json.loads(line) for line in (CASES / file).read_text().splitlines()]
    for _ in range(data.draw(st.integers(1, 5))):
        replace_somewhere(data.draw(st.sampled_from(records)), data)
    content = "".join(json.dumps(record) + "\n" for record in records).encode()
    read_with(tmp_path_factory.mktemp("altered"), file, content)


def replace_somewhere(holder, data):
    """Go down into a record at random, and put another value where it ends."""
    key = data.draw(st.sampled_from(sorted(holder)))
    if isinstance(holder[key], dict) and holder[key] and data.draw(st.integers(0, 3)):
        replace_somewhere(holder[key], data)
    else:
        holder[key] = data.draw(ANY_JSON)
