alter table fact_edits add column file_id integer;
alter table fact_shell add column file_id integer;
alter table fact_turns add column file_id integer;
alter table fact_reported_totals add column file_ns integer not null default 0;
create index fact_usage_by_session on fact_usage (session_id);

create table meta_correcting (
    day text not null,
    tool text not null,
    reason text not null,
    until_ms integer not null,
    requests integer not null,
    micros integer not null,
    primary key (day, tool)
) strict, without rowid;
