alter table fact_usage add column stands_in integer not null default 0;

create table fact_turn_numbers (
    file_id integer not null,
    session_id integer not null references fact_sessions,
    number integer not null,
    now integer not null,
    primary key (file_id, session_id, number)
) strict, without rowid;
