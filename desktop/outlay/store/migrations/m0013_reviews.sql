create table owner_reviews (
    review_id integer primary key,
    first_day text not null,
    zone text not null,
    saved_ms integer not null,
    mattered text not null,
    hard text not null,
    next text not null,
    method text not null,
    revision integer not null,
    answer text not null
) strict;
create index owner_reviews_by_week on owner_reviews (first_day);
