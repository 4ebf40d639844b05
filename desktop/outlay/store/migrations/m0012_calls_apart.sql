create table fact_call_halves (
    session_id integer not null references fact_sessions,
    call text not null,
    file_id integer not null,
    half text not null,
    moment_ms integer not null,
    turn integer,
    told text not null,
    primary key (session_id, call, file_id, half)
) strict, without rowid;
create index fact_call_halves_by_file on fact_call_halves (file_id);
create index fact_shell_ends on fact_shell (session_id, value, moment_ms)
where kind in ('failed_command', 'recovered_command');
