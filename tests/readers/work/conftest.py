"""A server on this machine for the worlds that readers are tested at."""

import pytest
from pytest_httpserver import HTTPServer


@pytest.fixture(scope="module")
def local():
    with HTTPServer(threaded=True) as server:
        yield server
