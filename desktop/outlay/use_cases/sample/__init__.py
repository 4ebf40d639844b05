"""The sample data: a believable home for someone who has no logs yet, and for pictures. All of it is invented.

`story.py` is what happened; `schedule.py` lays it out in time, `claude_code.py`, `codex.py` and `repositories.py`
write it down as the tools would.
"""

from outlay.use_cases.sample.world import MARK, RunGit, SampleWorld, write_sample

__all__ = ["MARK", "RunGit", "SampleWorld", "write_sample"]
