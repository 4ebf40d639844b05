"""What the owner may set, with its defaults."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The owner's settings. Unknown keys of a newer Outlay are kept by the file's writer."""

    log_folders: tuple[str, ...] = ()
    """Further folders in which log readers look."""
    zone: str | None = None
    """IANA name of the zone days are cut in; None: the machine's."""
    theme: str = "system"
    """system, light or dark."""
    tray_text: str = "amount"
    """amount or plain."""
    paused: bool = False
    """True while the owner wants nothing read."""
