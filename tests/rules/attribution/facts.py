"""Tiny hand-made facts of attribution: text is written out and hashed as the readers hash it."""

from collections.abc import Sequence
from itertools import count

from outlay.domain.attribution import CommitText, OwnCommit, TurnFacts, TurnKey, WrittenEdit
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState
from outlay.domain.work import Checkout, Mark, Revert
from outlay.rules.attribution.model import Facts, Outcome, outcome_of, works_of
from outlay.rules.attribution.parameters import PARAMETERS
from outlay.rules.attribution.units import PlaceFacts, Unit, units_of
from outlay.store.attribution_facts import numbers
from outlay.system.line_hashes import line_packer

PLACE = "acme/ledger"
ROOT = "/home/sam/ledger"
PATH = "src/basket.py"
MINUTE = 60 * 1000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
START = 1_795_000_000_000
PACK = line_packer(7)
_NAMES = count(1)


def at(minutes: float) -> UtcMillis:
    """A moment so many minutes after the start."""
    return UtcMillis(START + int(minutes * MINUTE))


def text(name: str, lines: int = 8) -> list[str]:
    """Lines that stand nowhere else, seven tokens each."""
    return [f"    {name}_{n} = compute_{name}({name}_price, tax_of_{n}, {n + 10})" for n in range(lines)]


def hashed(lines: Sequence[str]) -> Sequence[int]:
    """Line hashes, 0 for a trivial one."""
    return numbers("Q", PACK([line.encode() for line in lines]))


def edit(
    lines: Sequence[str],
    minute: float = 0,
    turn: tuple[int, int] = (1, 1),
    path: str = PATH,
    removed: Sequence[str] = (),
    **more,
) -> WrittenEdit:
    """What an agent wrote; `root` and `place` may be given."""
    written = {"place": PLACE, "root": ROOT, "kind": "edit"} | more
    return WrittenEdit(
        turn=TurnKey(*turn),
        moment=at(minute),
        path=path,
        added=hashed(lines),
        removed=hashed(removed),
        runs=numbers("i", PACK.runs([line.encode() for line in lines])),
        **written,
    )


def file(lines: Sequence[str], path: str = PATH, removed: Sequence[str] = ()) -> CommitText:
    """One file of a commit."""
    runs, tokens = PACK.runs_in_order([line.encode() for line in lines])
    return CommitText(path, hashed(lines), hashed(removed), numbers("i", runs), numbers("H", tokens))


def commit(
    lines: Sequence[str] | tuple[CommitText, ...],
    minute: float = 30,
    *,
    landed: float | None = None,
    committed: float | None = None,
    sha: str | None = None,
    **more,
) -> OwnCommit:
    """A commit of the owner's, written at a minute and landed at another; None: not landed."""
    name = sha or f"{next(_NAMES):08x}".ljust(40, "e")
    files = lines if isinstance(lines, tuple) else (file(lines),)
    told = {
        "place": PLACE,
        "repository": PLACE,
        "email": "sam@example.com",
        "parents": (),
        "subject": "Add it",
        "marks": (),
        "through": None if landed is None else name,
        "pull": None,
    } | more
    return OwnCommit(
        sha=name,
        authored=at(minute),
        committed=at(minute if committed is None else committed),
        landed=None if landed is None else at(landed),
        files=files,
        **told,
    )


def copy_of(one: OwnCommit, minute: float, **more) -> OwnCommit:
    """The same work under a new sha: rebased, picked or amended at a later minute."""
    name = f"{next(_NAMES):08x}".ljust(40, "e")
    told = {"sha": name, "committed": at(minute), "landed": None, "through": None, "pull": None} | more
    if told["landed"] is not None:
        told["through"] = told["through"] or name
    return one._replace(**told)


def turn(
    number: int = 1,
    minute: float = 0,
    *,
    session: int = 1,
    minutes: float = 5,
    branch: str | None = None,
    calls: int = 9,
    **more,
) -> TurnFacts:
    """A turn of a session that ran for some minutes."""
    told = {"tool": "claude_code", "place": PLACE, "root": ROOT, "made": (), "pulls": ()} | more
    return TurnFacts(
        key=TurnKey(session, number),
        first=at(minute),
        last=at(minute + minutes),
        branch=branch,
        calls=calls,
        **told,
    )


def pull(
    number: int,
    commits: Sequence[OwnCommit] = (),
    *,
    created: float | None = None,
    merged: float | None = None,
    closed: float | None = None,
    **more,
) -> PullRequest:
    """A pull request of the owner's."""
    state = PullState.MERGED if merged is not None else PullState.CLOSED if closed else PullState.OPEN
    told = {
        "repository": PLACE,
        "title": f"Change {number}",
        "head_branch": f"feature/{number}",
        "base_branch": "main",
        "own": True,
        "draft": False,
        "merge_commit": None,
        "marks": (),
        "url": None,
    } | more
    return PullRequest(
        number=number,
        state=state,
        created=None if created is None else at(created),
        merged=None if merged is None else at(merged),
        closed=None if closed is None else at(closed),
        commits=tuple(one.sha for one in commits),
        **told,
    )


def place(**more) -> PlaceFacts:
    """What is known of the place."""
    return PlaceFacts(**({"name": PLACE, "default_branch": "main"} | more))


def told(
    commits: Sequence[OwnCommit] = (),
    edits: Sequence[WrittenEdit] = (),
    turns: Sequence[TurnFacts] = (),
    known: PlaceFacts | None = None,
    **more,
) -> Outcome:
    """What the model says of facts."""
    places = {PLACE: known or place()}
    works = works_of(commits, more.get("reverts", {}), places)
    own = {name: units_of(name, works[name], places[name]) for name in works}
    return outcome_of(Facts(places, list(commits), list(edits), list(turns), own, **more), PARAMETERS)


def went(outcome: Outcome, number: int = 1, session: int = 1) -> dict[str, tuple[str, int]]:
    """Where a turn went: by item its tier and weight."""
    key = TurnKey(session, number)
    return {one.item: (one.tier.value, one.weight) for one in outcome.shares if one.turn == key}


def tiers(outcome: Outcome) -> dict[int, str]:
    """By turn of the first session: the tier of its shares, or why there is none."""
    found = {one.turn.number: one.tier.value for one in outcome.shares if one.turn.session == 1}
    return found | {key.number: why.value for key, why in outcome.unlinked.items() if key.session == 1}


def units(commits: Sequence[OwnCommit], **more) -> dict[str, Unit]:
    """By item: the units of the place."""
    return {unit.item: unit for unit in units_of(PLACE, commits, place(**more))}


def revert(name: str, reverted: str, minute: float = 90, **more) -> Revert:
    """A commit of the default branch that takes another one back."""
    return Revert(name, reverted, at(minute), more.get("through", name), more.get("pull"))


def head(branch: str | None, minute: float, root: str = ROOT) -> Checkout:
    """A checkout's HEAD went to a branch."""
    return Checkout(root, at(minute), "a" * 40, branch)


def mark(kind, value: str) -> Mark:
    """One thing a message says."""
    return Mark(kind, value)


def pr(number: int) -> str:
    """A pull request's item key."""
    return f"pr:{PLACE}#{number}"


WHOLE = 1_000_000
