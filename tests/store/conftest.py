"""A store in a folder of its own."""

import pytest

from outlay.store.store import Store


@pytest.fixture
def path(tmp_path):
    """Where the database lies."""
    return tmp_path / "outlay.sqlite"


@pytest.fixture
def store(path):
    """An open store, closed after the test."""
    store = Store(path, "laptop")
    yield store
    store.close()
