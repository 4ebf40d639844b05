create table meta_values (name text primary key, value any not null) strict, without rowid;
create table meta_lost (moment_ms integer not null, what text not null) strict;

create table fact_machines (machine_id integer primary key, name text not null unique) strict;
create table fact_models (model_id integer primary key, name text not null unique) strict;
create table fact_folders (folder_id integer primary key, path text not null unique) strict;
create table fact_branches (branch_id integer primary key, name text not null unique) strict;

create table fact_readers (
    reader text primary key,
    tool text not null,
    retention text not null,
    position integer not null
) strict, without rowid;

create table fact_log_files (
    file_id integer primary key,
    machine_id integer not null references fact_machines,
    reader text not null,
    path text not null,
    device integer not null,
    inode integer not null,
    size integer not null,
    mtime_ns integer not null,
    offset integer not null,
    line integer not null,
    head text not null,
    state blob not null,
    version integer not null,
    read_ms integer not null,
    unique (reader, path)
) strict;

create table fact_log_problems (
    reader text not null,
    path text not null,
    kind text not null,
    times integer not null,
    example text not null,
    seen_ms integer not null,
    primary key (reader, path, kind)
) strict, without rowid;

create table fact_places (
    reader text not null,
    path text not null,
    position integer not null,
    state text not null,
    files integer not null,
    message text not null,
    seen_ms integer not null,
    primary key (reader, path)
) strict, without rowid;

create table fact_sessions (
    session_id integer primary key,
    machine_id integer not null references fact_machines,
    tool text not null,
    session text not null,
    agent text not null,
    root text not null,
    parent text,
    started_ms integer,
    folder_id integer references fact_folders,
    branch_id integer references fact_branches,
    commit_sha text,
    version text,
    unique (tool, session, agent)
) strict;

create table fact_usage (
    event_id integer primary key,
    message_key text not null,
    request_key text not null,
    machine_id integer not null references fact_machines,
    session_id integer not null references fact_sessions,
    moment_ms integer not null,
    model_id integer not null references fact_models,
    input_uncached integer check (input_uncached >= 0),
    cache_read integer check (cache_read >= 0),
    cache_write_5m integer check (cache_write_5m >= 0),
    cache_write_1h integer check (cache_write_1h >= 0),
    cache_write_unsplit integer check (cache_write_unsplit >= 0),
    output integer check (output >= 0),
    reasoning integer check (reasoning >= 0),
    folder_id integer references fact_folders,
    branch_id integer references fact_branches,
    turn integer,
    sidechain integer not null,
    nested integer not null,
    route text,
    service_tier text,
    speed text,
    geography text,
    web_searches integer,
    reported_micros integer,
    quality text not null,
    file_ns integer not null,
    unique (message_key, request_key)
) strict;
create index fact_usage_by_moment on fact_usage (moment_ms);

create table fact_turns (
    session_id integer not null references fact_sessions,
    number integer not null,
    moment_ms integer not null,
    primary key (session_id, number)
) strict, without rowid;

create table fact_edits (
    edit_id integer primary key,
    session_id integer not null references fact_sessions,
    call text not null,
    part integer not null,
    moment_ms integer not null,
    turn integer,
    path text not null,
    folder_id integer references fact_folders,
    kind text not null,
    added blob not null,
    removed blob not null,
    file_ns integer not null,
    unique (call, part)
) strict;

create table fact_shell (
    session_id integer not null references fact_sessions,
    call text not null,
    kind text not null,
    value text not null,
    moment_ms integer not null,
    turn integer,
    file_ns integer not null,
    primary key (call, kind, value)
) strict, without rowid;

create table fact_quotas (
    tool text not null,
    limit_name text not null,
    window_minutes integer not null,
    used_percent real not null,
    resets_ms integer,
    seen_ms integer not null,
    plan text,
    primary key (tool, limit_name, window_minutes)
) strict, without rowid;

create table fact_reported_totals (
    session_id integer not null references fact_sessions,
    model text not null,
    micros integer not null,
    lines_added integer,
    lines_removed integer,
    primary key (session_id, model)
) strict, without rowid;

create table fact_rates (
    rate_id integer primary key,
    provider text not null,
    model text not null,
    variant text not null,
    valid_from_ms integer not null,
    input integer,
    output integer,
    cache_read integer,
    cache_write_5m integer,
    cache_write_1h integer,
    web_search_micros integer,
    currency text not null,
    source text not null,
    kept_ms integer not null,
    unique (provider, model, variant, valid_from_ms)
) strict;

create table fact_rate_tiers (
    rate_id integer not null references fact_rates,
    above_tokens integer not null,
    input integer,
    output integer,
    cache_read integer,
    cache_write_5m integer,
    cache_write_1h integer,
    primary key (rate_id, above_tokens)
) strict, without rowid;

create table fact_rate_questions (
    provider text not null,
    model text not null,
    variant text not null,
    source text not null,
    asked_ms integer not null,
    primary key (provider, model, variant)
) strict, without rowid;

create table fact_repositories (
    repository_id integer primary key,
    machine_id integer not null references fact_machines,
    key text not null unique,
    path text not null,
    name text not null,
    slug text,
    default_branch text,
    fetched_ms integer,
    read_ms integer not null,
    state text not null,
    bookmark blob not null
) strict;

create table fact_worktrees (
    path text primary key,
    repository_id integer not null references fact_repositories
) strict, without rowid;

create table fact_repository_problems (
    path text not null,
    kind text not null,
    times integer not null,
    example text not null,
    seen_ms integer not null,
    primary key (path, kind)
) strict, without rowid;

create table fact_commits (
    commit_id integer primary key,
    repository_id integer not null references fact_repositories,
    sha text not null,
    author_email text not null,
    author_ms integer not null,
    committer_ms integer not null,
    parents text not null,
    subject text not null,
    added_lines integer not null,
    removed_lines integer not null,
    unique (repository_id, sha)
) strict;

create table fact_commit_files (
    commit_id integer not null references fact_commits,
    path text not null,
    added blob not null,
    removed blob not null,
    primary key (commit_id, path)
) strict, without rowid;

create table fact_reverts (
    commit_id integer not null references fact_commits,
    reverted_sha text not null,
    primary key (commit_id, reverted_sha)
) strict, without rowid;

create table fact_landings (
    repository_id integer not null references fact_repositories,
    sha text not null,
    moment_ms integer not null,
    primary key (repository_id, sha)
) strict, without rowid;
create index fact_landings_by_moment on fact_landings (moment_ms);

create table derived_costs (
    event_id integer primary key references fact_usage,
    list_micros integer,
    estimated integer not null,
    rate_id integer
) strict;

create table derived_quarters (
    quarter integer not null,
    tool text not null,
    model_id integer not null,
    folder_id integer not null,
    requests integer not null,
    input_uncached integer,
    cache_read integer,
    cache_write_5m integer,
    cache_write_1h integer,
    cache_write_unsplit integer,
    output integer,
    reasoning integer,
    list_micros integer not null,
    reported_micros integer,
    unpriced_requests integer not null,
    estimated_requests integer not null,
    primary key (quarter, tool, model_id, folder_id)
) strict, without rowid;

create table derived_touched_quarters (quarter integer primary key) strict;

create table owner_repositories (path text primary key, added_ms integer not null) strict, without rowid;
create table owner_identities (email text primary key, added_ms integer not null) strict, without rowid;
create table owner_prices (
    model text not null,
    valid_from_ms integer not null,
    input integer not null,
    output integer not null,
    cache_read integer,
    cache_write_5m integer,
    cache_write_1h integer,
    currency text not null,
    set_ms integer not null,
    primary key (model, valid_from_ms)
) strict, without rowid;
