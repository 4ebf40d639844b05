-- SQLite before 3.42 says of a sound table without row ids that it holds NULL where a text stands before its key.
create temp table known_follow_ups as select * from derived_follow_ups;
drop table derived_follow_ups;
create table derived_follow_ups (
    fix_item text not null,
    fix_place text not null,
    fix_sha text not null,
    caused_item text not null,
    caused_place text not null,
    caused_sha text not null,
    primary key (fix_place, fix_sha, caused_place, caused_sha)
) strict;
insert into derived_follow_ups select * from known_follow_ups;
drop table known_follow_ups;
