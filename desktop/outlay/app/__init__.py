"""The front desk: everything Outlay can do, one short method each. Faces talk to nothing else."""

from outlay.app.accounts import Accounts
from outlay.app.answers import Answers
from outlay.app.own_words import OwnersActs
from outlay.app.reviews import Reviews
from outlay.app.sharing import Sharing
from outlay.app.upkeep import Upkeep


class App(Answers, OwnersActs, Reviews, Sharing, Upkeep, Accounts):
    """Outlay over one data folder; its arguments are those of `Desk`."""

    __slots__ = ()


__all__ = ["App"]
