"""Walks a session's turns and gives each its proof: own facts first, then its branch, then its neighbours.

Source: attribution.md section 3.2, step 6, tiers b, C+ and C-.
"""

from collections.abc import Sequence
from itertools import pairwise

from outlay.domain.attribution import Tier, TurnFacts, TurnKey
from outlay.rules.attribution.evidence import Evidence, Proof, branch_work, proof_of
from outlay.rules.attribution.parameters import Parameters

Told = dict[TurnKey, Proof]


def proofs_of(turns: Sequence[TurnFacts], evidence: Evidence, parameters: Parameters) -> Told:
    """The proof of each of one session's turns, in time order; turns without any are left out."""
    own = _own_proofs(turns, evidence, parameters)
    asides = _asides(turns, evidence, parameters)
    told = {**_branch_proofs([turn for turn in turns if turn.key not in asides], own, evidence), **own}
    carried = _carried(turns, told, parameters)
    return {turn: proof for turn, proof in carried.items() if turn not in asides} | told


def _asides(turns: Sequence[TurnFacts], evidence: Evidence, parameters: Parameters) -> frozenset[TurnKey]:
    """Turns that only asked something, between others that worked."""
    least, most = parameters.aside_calls
    return frozenset(
        turn.key
        for turn, following in pairwise(turns)
        if least <= turn.calls <= most
        and not (evidence.edits.get(turn.key) or turn.made or turn.pulls)
        and evidence.edited(following.key)
    )


def _own_proofs(turns: Sequence[TurnFacts], evidence: Evidence, parameters: Parameters) -> Told:
    told: Told = {}
    proven: frozenset[str] = frozenset()
    for turn in turns:
        proof = proof_of(turn, proven, evidence, parameters)
        if proof:
            told[turn.key] = proof
            if proof.tier is Tier.LANDED_TEXT:
                proven = frozenset(item for item, _ in proof.items)
    return told


def _branch_proofs(turns: Sequence[TurnFacts], own: Told, evidence: Evidence) -> Told:
    """Turns that edited nothing on a branch that is the session's, or its only sign of work."""
    strong = {
        item
        for proof in own.values()
        if proof.tier in {Tier.ATTESTED, Tier.LANDED_TEXT, Tier.BRANCH_EDITED}
        for item, _ in proof.items
    }
    edited = any(evidence.edited(turn.key) for turn in turns)
    told: Told = {}
    proven: frozenset[str] = frozenset()
    for turn in turns:
        proof = own.get(turn.key)
        if proof:
            if proof.tier is Tier.LANDED_TEXT:
                proven = frozenset(item for item, _ in proof.items)
            continue
        if evidence.edited(turn.key):
            continue
        work = branch_work(turn, proven, evidence)
        if work and (work.item in strong or (edited and not strong)):
            told[turn.key] = Proof(Tier.BRANCH_ONLY, ((work.item, 1.0),))
    return told


def _carried(turns: Sequence[TurnFacts], told: Told, parameters: Parameters) -> Told:
    """Turns without a proof go where the next proven turn went, else where the previous one did."""
    carried: Told = {}
    for at, turn in enumerate(turns):
        if turn.key in told:
            continue
        following = next((one for one in turns[at + 1 :] if one.key in told), None)
        before = next((one for one in reversed(turns[:at]) if one.key in told), None)
        if following and following.first - turn.last <= parameters.carry_next_ms:
            carried[turn.key] = Proof(Tier.NEXT_TURN, told[following.key].items)
        elif before and turn.first - before.last <= parameters.carry_previous_ms:
            carried[turn.key] = Proof(Tier.PREVIOUS_TURN, told[before.key].items)
    return carried
