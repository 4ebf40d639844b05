"""Of a rollout that waits for nobody this is seen without decoding what its bookmark holds."""

import pytest

from outlay.readers.logs.codex import NO_PARENT_MISSING
from outlay.readers.logs.codex.state import State, missing_parent_in, packed_state


@pytest.mark.parametrize("branch", [None, "missing_parent", "missing_parent\xa0", "\xaemissing_parent"])
def test_a_state_without_a_missing_parent_shows_it(branch):
    packed = packed_state(State(thread="t1", branch=branch))
    assert NO_PARENT_MISSING in packed
    assert missing_parent_in(packed) == ""


@pytest.mark.parametrize("branch", [None, "missing_parent", "missing_parent\xa0", "®missing_parent\xa0"])
def test_a_state_with_one_never_does(branch):
    packed = packed_state(State(thread="t1", branch=branch, missing_parent="p1"))
    assert NO_PARENT_MISSING not in packed
    assert missing_parent_in(packed) == "p1"
