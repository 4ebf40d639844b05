"""Streams whole tables for an export, by the names people know: never what was said, never hashes of lines."""

import sqlite3
from collections.abc import Iterator, Sequence

Row = Sequence[object]

_MANY = 1_000


class ExportRows:
    """Questions only; rows come one by one, however many there are."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that are streamed, in their order."""
        return tuple(_TABLES)

    def columns(self, table: str) -> tuple[str, ...]:
        """The names of a table's columns."""
        found = self._connection.execute(f"{_TABLES[table]} limit 0")
        return tuple(column[0] for column in found.description)

    def rows(self, table: str) -> Iterator[Row]:
        """Every row of a table."""
        cursor = self._connection.execute(_TABLES[table])
        while found := cursor.fetchmany(_MANY):
            yield from found


_MOMENT = "strftime('%Y-%m-%dT%H:%M:%fZ', {0} / 1000.0, 'unixepoch') as {1}"
_USAGE = f"""
select {_MOMENT.format("u.moment_ms", "moment")}, s.tool as tool, s.root as session, s.agent as agent, u.turn as turn,
    m.name as model, f.path as folder, b.name as branch, u.input_uncached as input_uncached,
    u.cache_read as cache_read, u.cache_write_5m as cache_write_5m, u.cache_write_1h as cache_write_1h,
    u.cache_write_unsplit as cache_write_unsplit, u.output as output, u.reasoning as reasoning,
    c.list_micros as list_micros, c.estimated as estimated, u.reported_micros as reported_micros, 'USD' as currency,
    u.route as route, u.service_tier as service_tier, u.quality as quality
from fact_usage u indexed by fact_usage_by_moment join derived_costs c using (event_id)
join fact_sessions s using (session_id) join fact_models m using (model_id)
left join fact_folders f on f.folder_id = u.folder_id left join fact_branches b on b.branch_id = u.branch_id
where u.moment_ms > -9e18 order by u.moment_ms
"""
_LINKS = """
select s.tool as tool, s.root as session, place, sha as "commit", lines, touched as changed_since, tier
from derived_links join fact_sessions s using (session_id)
"""
_COMMITS = f"""
select coalesce(slug, name) as repository, c.sha as "commit", {_MOMENT.format("author_ms", "authored")},
    {_MOMENT.format("l.moment_ms", "landed")}, subject, added_lines, removed_lines
from fact_commits c join fact_repositories using (repository_id)
left join fact_landings l on l.repository_id = c.repository_id and l.sha = c.sha
"""
_PULLS = f"""
select repository, number, title, system, state, own, draft, head_branch, base_branch,
    {_MOMENT.format("created_ms", "created")}, {_MOMENT.format("ready_ms", "ready")},
    {_MOMENT.format("reviewed_ms", "reviewed")}, {_MOMENT.format("merged_ms", "merged")},
    {_MOMENT.format("closed_ms", "closed")}, merge_sha as "merge_commit", added_lines, removed_lines, changed_files,
    url, source from fact_pulls order by place, number
"""
_TICKETS = f"""
select system, key, place as repository, type, title, state, {_MOMENT.format("created_ms", "created")},
    {_MOMENT.format("started_ms", "started")}, {_MOMENT.format("done_ms", "done")}, url,
    (select group_concat(value, ', ') from fact_ticket_marks m
        where (m.system, m.key, m.kind) = (t.system, t.key, 'label')) as labels, source
from fact_tickets t order by system, key
"""
_ACCOUNTS = f"""
select account, name, system, address, settings, secret_place, variable, {_MOMENT.format("added_ms", "added")},
    {_MOMENT.format("read_ms", "as_of")} from owner_accounts left join fact_account_readings using (account)
order by added_ms, name
"""
_ACTS = f"""
select act_id as act, {_MOMENT.format("moment_ms", "moment")}, verb, item, told,
    {_MOMENT.format("undone_ms", "undone")} from owner_acts order by act_id
"""
_CORRECTIONS = f"""
select {_MOMENT.format("moment_ms", "moment")}, day, tool, reason, requests_before, requests_after, micros_before,
    micros_after, 'USD' as currency from fact_corrections order by moment_ms, day, tool
"""
_PRICES = f"""
select model, {_MOMENT.format("valid_from_ms", "valid_from")}, input, output, cache_read, cache_write_5m,
    cache_write_1h, currency from owner_prices order by model, valid_from_ms
"""
_REVIEWS = f"""
select review_id as review, first_day, zone, {_MOMENT.format("saved_ms", "saved")}, mattered, hard, next, method,
    revision, answer as figures from owner_reviews order by review_id
"""
_SHARES = f"""
select {_MOMENT.format("moment_ms", "moment")}, format, start_day, end_day, sections, reveal, path, sha256, size
from owner_shares order by share_id
"""
_TABLES = {
    "usage": _USAGE,
    "links": _LINKS,
    "commits": _COMMITS,
    "pull_requests": _PULLS,
    "tickets": _TICKETS,
    "own_acts": _ACTS,
    "own_reviews": _REVIEWS,
    "own_groups": "select act_id as act, project, name from owner_groups order by act_id, project",
    "own_accounts": _ACCOUNTS,
    "own_shares": _SHARES,
    "own_repositories": "select path from owner_repositories order by path",
    "own_identities": "select email from owner_identities order by email",
    "own_prices": _PRICES,
    "corrections": _CORRECTIONS,
}
