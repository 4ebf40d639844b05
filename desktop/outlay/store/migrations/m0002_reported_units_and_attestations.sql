alter table fact_usage add column reported_unit text;
alter table fact_usage add column reported_units integer;

create table fact_attestations (
    tool text not null,
    sha text not null,
    moment_ms integer not null,
    added_lines integer,
    agent_lines integer,
    completion_lines integer,
    own_lines integer,
    primary key (tool, sha)
) strict, without rowid;
