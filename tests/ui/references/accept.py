"""Takes the pictures as they are drawn today for the ones that are kept: python tests/ui/references/accept.py [NAME ...]

Look at them before you commit them.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
sys.path[:0] = [str(Path(__file__).parents[3] / "desktop"), str(Path(__file__).parents[2])]

from PySide6.QtWidgets import QApplication  # noqa: E402  the paths come first

from outlay.cli.commands.gallery import SHOWN_MOMENT, SHOWN_ZONE  # noqa: E402
from outlay.wiring import sample_app  # noqa: E402
from ui.references.pictures import KEPT, MOST_BYTES, drawn, write  # noqa: E402


def main() -> int:
    """Draw and keep; answers 1 when they became too large to keep."""
    application = QApplication.instance() or QApplication(["accept", "-style", "Fusion"])
    with sample_app(SHOWN_MOMENT, SHOWN_ZONE) as app:
        for kept in KEPT:
            if not sys.argv[1:] or kept.name in sys.argv[1:]:
                write(drawn(app, kept), kept.path)
                print(f"{kept.path.name}: {kept.path.stat().st_size:,} bytes")
    application.processEvents()
    whole = sum(kept.path.stat().st_size for kept in KEPT if kept.path.exists())
    print(f"{whole:,} of {MOST_BYTES:,} bytes")
    return int(whole > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
