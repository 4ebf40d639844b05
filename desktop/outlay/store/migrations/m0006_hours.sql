create table derived_hours (
    hour integer not null,
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
    primary key (hour, tool, model_id, folder_id)
) strict, without rowid;
insert into derived_hours
select quarter / 4, tool, model_id, folder_id, sum(requests), sum(input_uncached), sum(cache_read),
    sum(cache_write_5m), sum(cache_write_1h), sum(cache_write_unsplit), sum(output), sum(reasoning),
    sum(list_micros), sum(reported_micros), sum(unpriced_requests), sum(estimated_requests)
from derived_quarters group by 1, 2, 3, 4;
