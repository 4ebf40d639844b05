alter table fact_pulls add column system text;
alter table fact_pulls add column added_lines integer;
alter table fact_pulls add column removed_lines integer;
alter table fact_pulls add column changed_files integer;
alter table fact_pulls add column ready_ms integer;
alter table fact_pulls add column reviewed_ms integer;
create table fact_ticket_marks (
    system text not null,
    key text not null,
    kind text not null,
    value text not null,
    primary key (system, key, kind, value)
) strict;
create table owner_accounts (
    account text primary key,
    name text not null unique,
    system text not null,
    address text not null,
    settings text not null,
    secret_place text not null,
    variable text,
    added_ms integer not null
) strict;
create table fact_account_readings (
    account text primary key,
    bookmark blob,
    tried_ms integer,
    read_ms integer,
    requests integer not null default 0,
    trouble text,
    status integer,
    until_ms integer,
    missing text not null default '[]'
) strict;
