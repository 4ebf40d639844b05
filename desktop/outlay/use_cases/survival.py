"""How much of what landed 30 days ago and more still stood 30 days later: agents' lines and the owner's apart.

Source: attribution.md section 3.3.
"""

from collections import defaultdict

from outlay.domain.attribution import WROTE_AGENT
from outlay.domain.items import Survival
from outlay.domain.moments import UtcMillis
from outlay.domain.work import NEVER_LANDED, STOOD, SURVIVAL_MS
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed


def survival(store: StoreView, known: Attributed, now: UtcMillis) -> tuple[Survival, ...]:
    """One row a repository; lines a person changed since an agent wrote them count with the owner's."""
    names = {item.place: item.repository or "" for item in known.items}
    labels = store.attributed.labels()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for place, sha, path, added, alive in store.attributable.survivals(UtcMillis(now - SURVIVAL_MS)):
        told = labels.get(place or "", {}).get((sha, path), b"")
        for at, line in enumerate(added):
            if line and alive[at] != NEVER_LANDED:
                of = 0 if told and told[at] == WROTE_AGENT else 2
                counts[place][of] += 1
                counts[place][of + 1] += alive[at] == STOOD
    return tuple(Survival(names.get(place, place), *told) for place, told in sorted(counts.items()))
