"""What this machine is called."""

import os


def machine_name() -> str:
    """The network name, or words for one that has none."""
    return _node() or "this machine"


def _node() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform  # noqa: PLC0415  it asks the same, and is slow to import

    return platform.node()
