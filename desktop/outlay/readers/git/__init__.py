"""The git reader: own commits with their line hashes, and when each got onto the default branch."""

from outlay.readers.git.folders import propose_repositories
from outlay.readers.git.identities import propose_identities
from outlay.readers.git.read import Span, read_repository

__all__ = ["Span", "propose_identities", "propose_repositories", "read_repository"]
