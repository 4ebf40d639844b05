"""Apps over a test's own home, at a fixed moment."""

import os
from pathlib import Path

from outlay.cli.shared_arguments import moment
from outlay.wiring import app_over

NOON = moment("2026-11-20T17:05:00Z")


def app_for(home, now=NOON, zone="UTC", **more):
    """An App over a home; its data folder is inside."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "OUTLAY_CONFIG_DIR": str(home)}
    return app_over(
        Path(home), environment, lambda: now, data_dir=str(Path(home) / "data"), zone=zone, **more
    )
