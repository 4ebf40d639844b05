alter table fact_edits add column runs blob not null default x'';
alter table fact_commit_files add column runs blob not null default x'';
alter table fact_commit_files add column tokens blob not null default x'';

create table fact_commit_marks (
    commit_id integer not null references fact_commits,
    kind text not null,
    value text not null,
    primary key (commit_id, kind, value)
) strict, without rowid;

create table fact_branch_commits (
    repository_id integer not null references fact_repositories,
    branch text not null,
    sha text not null,
    seen_ms integer not null,
    primary key (repository_id, branch, sha)
) strict, without rowid;

create table fact_checkouts (
    repository_id integer not null references fact_repositories,
    worktree text not null,
    moment_ms integer not null,
    sha text not null,
    branch text,
    primary key (repository_id, worktree, moment_ms, sha)
) strict, without rowid;

create table fact_pushes (
    repository_id integer not null references fact_repositories,
    moment_ms integer not null,
    sha text not null,
    primary key (repository_id, moment_ms, sha)
) strict, without rowid;

create table fact_pull_heads (
    repository_id integer not null references fact_repositories,
    number integer not null,
    sha text not null,
    primary key (repository_id, number, sha)
) strict, without rowid;

create table fact_commit_attestations (
    repository_id integer not null references fact_repositories,
    sha text not null,
    source text not null,
    session text not null,
    lines integer,
    primary key (repository_id, sha, source, session)
) strict, without rowid;

create table fact_survivals (
    repository_id integer not null references fact_repositories,
    sha text not null,
    path text not null,
    alive blob not null,
    primary key (repository_id, sha, path)
) strict, without rowid;

create table fact_pulls (
    place text not null,
    number integer not null,
    repository text not null,
    title text not null,
    head_branch text,
    base_branch text,
    own integer not null,
    draft integer not null,
    state text not null,
    created_ms integer,
    merged_ms integer,
    closed_ms integer,
    merge_sha text,
    url text,
    source text not null,
    read_ms integer not null,
    primary key (place, number)
) strict, without rowid;

create table fact_pull_commits (
    place text not null,
    number integer not null,
    position integer not null,
    sha text not null,
    primary key (place, number, position)
) strict, without rowid;

create table fact_pull_marks (
    place text not null,
    number integer not null,
    kind text not null,
    value text not null,
    primary key (place, number, kind, value)
) strict, without rowid;

create table fact_tickets (
    system text not null,
    key text not null,
    place text,
    type text,
    title text not null,
    state text not null,
    created_ms integer,
    started_ms integer,
    done_ms integer,
    url text,
    source text not null,
    read_ms integer not null,
    primary key (system, key)
) strict, without rowid;

create table fact_ticket_reopenings (
    system text not null,
    key text not null,
    moment_ms integer not null,
    primary key (system, key, moment_ms)
) strict, without rowid;

create table derived_subagents (
    session_id integer primary key references fact_sessions,
    root_id integer not null references fact_sessions,
    turn integer not null
) strict;

create table derived_labels (
    place text not null,
    sha text not null,
    path text not null,
    labels blob not null,
    primary key (place, sha, path)
) strict, without rowid;

create table derived_links (
    session_id integer not null references fact_sessions,
    place text not null,
    sha text not null,
    lines integer not null,
    touched integer not null,
    tier text not null,
    primary key (session_id, place, sha)
) strict, without rowid;

create table derived_shares (
    session_id integer not null references fact_sessions,
    turn integer not null,
    item text not null,
    tier text not null,
    weight integer not null,
    first_ms integer not null,
    last_ms integer not null,
    primary key (session_id, turn, item)
) strict, without rowid;

create table derived_unlinked (
    session_id integer not null references fact_sessions,
    turn integer not null,
    reason text not null,
    primary key (session_id, turn)
) strict, without rowid;

create table derived_items (
    item text primary key,
    sign integer not null,
    body text not null
) strict, without rowid;

create table derived_follow_ups (
    fix_item text not null,
    fix_place text not null,
    fix_sha text not null,
    caused_item text not null,
    caused_place text not null,
    caused_sha text not null,
    primary key (fix_place, fix_sha, caused_place, caused_sha)
) strict, without rowid;

create table owner_acts (
    act_id integer primary key,
    moment_ms integer not null,
    verb text not null,
    item text,
    told text,
    undone_ms integer
) strict;

create table owner_links (
    act_id integer not null references owner_acts,
    tool text not null,
    session text not null,
    turn integer,
    item text,
    weight integer not null
) strict;

create table owner_items (
    item text primary key,
    kind text not null,
    title text not null,
    landed_ms integer not null,
    act_id integer not null references owner_acts
) strict, without rowid;

create table owner_aliases (
    item text primary key,
    now text not null
) strict, without rowid;

create index fact_sessions_by_root on fact_sessions (tool, root);
