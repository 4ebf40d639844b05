import pytest

from outlay.painting.look import Look
from outlay.painting.tokens import load_tokens
from outlay.painting.type import load_inter
from outlay.system.resources import resource_path


@pytest.fixture(params=["light", "dark"])
def look(qapp, request) -> Look:
    return Look(load_tokens(resource_path("look/tokens.json"), request.param), load_inter(resource_path))
