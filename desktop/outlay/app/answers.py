"""What the front desk answers; nothing here changes anything."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from outlay.app.desk import Desk
from outlay.domain.agent_actions import AgentActions
from outlay.domain.answers import Correction, Glance, SourceAnswer, SpendAnswer
from outlay.domain.item_story import ItemStory
from outlay.domain.items import Evidence, ItemsAnswer
from outlay.domain.machine import MachineFacts
from outlay.domain.moments import Period, day_of
from outlay.domain.own_words import Act, ProjectGroup
from outlay.domain.prices import Rate
from outlay.domain.problems import Problem
from outlay.domain.search import Hit
from outlay.domain.session_page import SessionPage
from outlay.domain.sources_page import SourcesPage
from outlay.domain.spend_page import KindAmounts, SpendPage, SpendQuestion
from outlay.domain.token_sums import TokensAnswer
from outlay.domain.week import WeekAnswer
from outlay.domain.work import Identity, KnownRepository
from outlay.rules.periods import calendar_week, first_weekday
from outlay.use_cases.sources import sources


class Answers(Desk):
    """Questions to one data folder."""

    __slots__ = ()

    def glance(self) -> Glance:
        """Spend beside shipped work for today, seven days and the month."""
        from outlay.use_cases.summarise import summarise  # noqa: PLC0415  a sync answers nothing

        with self._view_or_none() as store:
            return summarise(store, self.zone, self.now, sample=self.sample, home=str(self.home))

    def week(self, period: Period | None = None) -> WeekAnswer:
        """A week's spend and shipped work by day; the running calendar week by default."""
        from outlay.use_cases.week import week  # noqa: PLC0415  a sync answers nothing

        first = first_weekday(self.settings.week_start)
        whole = period or calendar_week(day_of(self.now, self.zone), self.zone, first)
        with self._view() as store:
            return week(store, whole, self.zone, self.now, sample=self.sample)

    def spend(
        self,
        by: Sequence[str],
        period: Period | None = None,
        *,
        where: Mapping[str, str | None] = MappingProxyType({}),
    ) -> SpendAnswer:
        """Sums of usage by the keys asked for, of what has exactly these values of other keys alone."""
        from outlay.use_cases.spend import Narrowing, spend  # noqa: PLC0415  a sync answers nothing

        narrowing = Narrowing(where, first_weekday(self.settings.week_start))
        with self._view() as store:
            return spend(store, by, period, self.zone, self.now, narrowing)

    def spend_page(self, question: SpendQuestion, period: Period) -> SpendPage:
        """A part of a period's spend by days and groups, with its sessions and what they went into."""
        from outlay.use_cases.spend_page import spend_page  # noqa: PLC0415  one page asks for it

        with self._view() as store:
            return spend_page(store, question, period, self.zone, self.now)

    def amount_by_kind(
        self, period: Period, *, where: Mapping[str, str | None] = MappingProxyType({})
    ) -> KindAmounts | None:
        """A period's list value by what it was charged for, and the price rows behind it; None when that is unknown."""
        from outlay.use_cases.amount_by_kind import amount_by_kind  # noqa: PLC0415  one page asks for it

        with self._view() as store:
            return amount_by_kind(store, where, period, self.now)

    def tokens(self, period: Period | None = None) -> TokensAnswer:
        """What a board would count, and what it is made of."""
        from outlay.use_cases.tokens import tokens  # noqa: PLC0415  one page asks for it

        with self._view() as store:
            return tokens(store, period, self.zone, self.now)

    def agent_actions(self, period: Period) -> AgentActions:
        """What agents did in a period, beside what was finished."""
        from outlay.use_cases.agent_actions import agent_actions  # noqa: PLC0415  for one page alone

        with self._view() as store:
            return agent_actions(store, period, self.zone, self.now)

    def session(self, named: str) -> SessionPage:
        """One session by its id or the beginning of it; WrongCallError when it is not one."""
        from outlay.use_cases.session_page import session_page  # noqa: PLC0415  never needed for a glance

        with self._view() as store:
            return session_page(store, named, self.now, lambda path: Path(path).exists())

    def find(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Items, sessions, repositories, models, days and pages by a piece of text, the best first."""
        from outlay.use_cases.search import search  # noqa: PLC0415  never needed for a glance

        with self._view_or_none() as store:
            return search(store, text, limit, self.zone, self.now)

    def items(self, period: Period | None = None, *, parts: bool = False) -> ItemsAnswer:
        """The owner's items with the money of a period, of everything without one."""
        from outlay.use_cases.items import items  # noqa: PLC0415  not every command asks for items

        with self._view() as store:
            return items(store, period, self.now, parts=parts)

    def item(self, key: str) -> ItemStory:
        """One item by its key or a part of it, with everything it rests on; WrongCallError when it is not one."""
        from outlay.use_cases.item_story import item_story  # noqa: PLC0415  never needed for a glance

        with self._view() as store:
            return item_story(store, key, self.now)

    def evidence(self, period: Period | None = None) -> Evidence:
        """What stands below the figures of a period."""
        from outlay.use_cases.evidence import evidence  # noqa: PLC0415  never needed for a glance

        with self._view() as store:
            return evidence(store, period, self.now)

    def sources(self) -> tuple[SourceAnswer, ...]:
        """Every log source as of the last sync."""
        with self._view_or_none() as store:
            return sources(store)

    def look(self) -> tuple[SourceAnswer, ...]:
        """Every log source as it is found right now."""
        with self._view_or_none() as store:
            return sources(store, self.machinery().look(self.settings))

    def repositories(self) -> tuple[KnownRepository, ...]:
        """The repositories the owner opted in."""
        with self._view_or_none() as store:
            return store.git.known() if store else ()

    def corrections(self) -> tuple[Correction, ...]:
        """Past days whose sums changed after they were shown, newest first."""
        with self._view_or_none() as store:
            return store.corrections() if store else ()

    def repository_problems(self) -> tuple[Problem, ...]:
        """What stands in the way at the repositories."""
        with self._view_or_none() as store:
            return store.git.problems() if store else ()

    def propose_repositories(self) -> tuple[str, ...]:
        """Repositories the logs name that are on this machine and not opted in."""
        with self._view_or_none() as store:
            folders = store.spend.folders() if store else ()
            known = store.owner.repositories() if store else ()
        return tuple(path for path in self.machinery().propose_repositories(folders) if path not in known)

    def identities(self) -> tuple[str, ...]:
        """The owner's commit e-mails."""
        with self._view_or_none() as store:
            return store.owner.identities() if store else ()

    def propose_identities(self) -> tuple[Identity, ...]:
        """Commit e-mails that git is set to and the owner has not named."""
        mine = self.identities()
        paths = [known.path for known in self.repositories()]
        return tuple(
            one for one in self.machinery().propose_identities(paths) if one.email.lower() not in mine
        )

    def prices(self) -> tuple[tuple[Rate, ...], list[tuple[str, int]]]:
        """Every price row in force, the owner's last; and the models without one, with their requests."""
        with self._view() as store:
            return (*store.prices.rates(), *store.prices.own_rates()), store.spend.unpriced_models()

    def acts(self) -> tuple[Act, ...]:
        """Every act of the owner on items, the first one first."""
        with self._view_or_none() as store:
            return store.links.acts() if store else ()

    def groups(self) -> tuple[ProjectGroup, ...]:
        """The owner's groups of projects."""
        from outlay.rules.groups import groups_from  # noqa: PLC0415  never needed for a glance

        with self._view_or_none() as store:
            return groups_from(store.links.grouped()) if store else ()

    def machine_facts(self) -> MachineFacts:
        """What is kept on this machine, how much, and since when."""
        from outlay.use_cases.machine_facts import machine_facts  # noqa: PLC0415  never needed for a glance

        with self._view_or_none() as store:
            return machine_facts(store, self.database, self.machinery().size_of)

    def sources_page(self) -> SourcesPage:
        """Everything the page of sources shows, at once."""
        from outlay.use_cases.machine_facts import machine_facts  # noqa: PLC0415  never needed for a glance
        from outlay.use_cases.sources_page import proposing, sources_page  # noqa: PLC0415

        machinery, settings = self.machinery(), self.settings
        with self._view_or_none() as store:
            machine = machine_facts(store, self.database, machinery.size_of)
            page = sources_page(store, machinery.look(settings), machine)
            folders = store.spend.folders() if store else ()
        paths = [row.known.path for row in page.repositories]
        page = page._replace(home=str(self.home), log_folders=settings.log_folders)
        return proposing(page, machinery.propose_repositories(folders), machinery.propose_identities(paths))
