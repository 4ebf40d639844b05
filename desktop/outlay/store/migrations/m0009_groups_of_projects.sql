-- Which group a project is in, by the last act on it that holds; no name takes it out of any.
create table owner_groups (
    act_id integer not null references owner_acts,
    project text not null,
    name text,
    primary key (act_id, project)
) strict, without rowid;

create index fact_edits_by_session on fact_edits (session_id);
