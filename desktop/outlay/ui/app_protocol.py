"""What the face asks of the app; `outlay.app.App` fits it."""

from pathlib import Path
from typing import Protocol

from outlay.domain.answers import Glance, SourceAnswer
from outlay.domain.work import Identity, KnownRepository
from outlay.settings import Settings


class FaceApp(Protocol):
    """The front desk as the tray sees it. Every reading is quick enough for the screen's own thread."""

    @property
    def data_folder(self) -> Path:
        """The folder of this installation; two folders are two apps."""
        ...

    @property
    def settings(self) -> Settings:
        """What the owner set."""
        ...

    @property
    def paused(self) -> bool:
        """Whether the owner paused reading."""
        ...

    @property
    def first_run(self) -> bool:
        """Whether nothing was ever read here and the owner has not said that it may be."""
        ...

    @property
    def sample(self) -> bool:
        """Whether the figures are the sample data set's."""
        ...

    def glance(self) -> Glance:
        """The newest finished answer."""
        ...

    def sources(self) -> tuple[SourceAnswer, ...]:
        """Every log source and where it looks."""
        ...

    def repositories(self) -> tuple[KnownRepository, ...]:
        """The repositories the owner opted in."""
        ...

    def propose_repositories(self) -> tuple[str, ...]:
        """Paths of repositories the tools worked in that are not opted in yet."""
        ...

    def add_repositories(self, paths: tuple[str, ...]) -> object:
        """Opt repositories in. Raises OutlayError for a path that is none."""
        ...

    def remove_repositories(self, paths: tuple[str, ...]) -> None:
        """Opt repositories out. Raises OutlayError for a path that is none of them."""
        ...

    def identities(self) -> tuple[str, ...]:
        """The owner's commit e-mails."""
        ...

    def propose_identities(self) -> tuple[Identity, ...]:
        """Commit e-mails git is set to that are not the owner's yet."""
        ...

    def add_identities(self, emails: tuple[str, ...]) -> None:
        """Keep commit e-mails as the owner's. Raises OutlayError for text that is none."""
        ...

    def remove_identities(self, emails: tuple[str, ...]) -> None:
        """Take commit e-mails back. Raises OutlayError for one that is not there."""
        ...

    def add_log_folder(self, path: str) -> None:
        """Look for logs in one more folder. Raises OutlayError for a path that is none."""
        ...

    def pause(self, on: bool) -> None:  # noqa: FBT001 - a switch, called with its state
        """Stop or resume reading."""
        ...
