"""A period as it may be shared: read at once, of one revision, then cut to what was ticked."""

from collections.abc import Mapping
from hashlib import blake2b

from outlay.domain.answers import ItemState
from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.shared_summary import SharedSummary
from outlay.domain.sharing import OwnTopic, Reveal, Section, SharingAnswer, Ticks
from outlay.rules.redaction import redacted
from outlay.rules.shipped_items import STANDING, has_landed_in
from outlay.store.store import StoreView
from outlay.use_cases.items import items
from outlay.use_cases.spend import spend
from outlay.use_cases.summarise import why_unknown


def summarise_for_sharing(
    store: StoreView,
    period: Period,
    now: UtcMillis,
    ticks: Ticks,
    words: Mapping[OwnTopic, str],
    *,
    sample: bool,
) -> SharedSummary:
    """The summary of a period as far as it was ticked.

    The letters that stand for names hang on a secret of this installation and on everything asked for: asking the same
    again gives the same file, while no two different exports use the same letters.
    """
    answer = _whole_answer(store, period, now, words, sample=sample)
    return redacted(answer, ticks, _key(store, answer, ticks))


def _whole_answer(
    store: StoreView, period: Period, now: UtcMillis, words: Mapping[OwnTopic, str], *, sample: bool
) -> SharingAnswer:
    """Everything that is known of a period, nothing left out."""
    work = items(store, period, now)
    models = spend(store, ("model",), period, period.zone, now)
    landed = [
        one
        for one in work.items
        if has_landed_in(one, period) and one.landed is not None and one.landed <= now
    ]
    landed.sort(key=lambda one: (one.landed or 0, one.item))
    standing = tuple(one for one in landed if one.state in STANDING)
    return SharingAnswer(
        period=period,
        as_of=now,
        revision=store.revision,
        sample=sample,
        words=words,
        shipped=None if why_unknown(store) else standing,
        reverted=tuple(one for one in landed if one.state is ItemState.REVERTED),
        work=work,
        spend=models.total,
        models=models.rows,
        at_least=models.amount.at_least or work.at_least,
        oldest=store.spend.first_event(),
    )


def _key(store: StoreView, answer: SharingAnswer, ticks: Ticks) -> bytes:
    asked = [
        answer.period.start.isoformat(),
        answer.period.end.isoformat(),
        answer.period.zone.key,
        str(answer.revision),
        day_of(answer.as_of, answer.period.zone).isoformat(),
        *(one.value for one in Section if one in ticks.sections),
        *(one.value for one in Reveal if one in ticks.reveal),
        ticks.amounts.value,
    ]
    return blake2b("\n".join(asked).encode(), key=store.sharing_secret, digest_size=32).digest()
