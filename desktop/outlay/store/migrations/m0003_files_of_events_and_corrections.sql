alter table fact_usage add column file_id integer;
create index fact_usage_by_file on fact_usage (file_id);

create table fact_corrections (
    moment_ms integer not null,
    day text not null,
    tool text not null,
    reason text not null,
    requests_before integer not null,
    requests_after integer not null,
    micros_before integer not null,
    micros_after integer not null
) strict;
