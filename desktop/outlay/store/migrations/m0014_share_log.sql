-- What was written to be shared: when, of which days, what was in it, where to, and its fingerprint. Never its content.
create table owner_shares (
    share_id integer primary key,
    moment_ms integer not null,
    format text not null,
    start_day text not null,
    end_day text not null,
    sections text not null,
    reveal text not null,
    path text not null,
    sha256 text not null,
    size integer not null
) strict;

create index owner_shares_by_sha256 on owner_shares (sha256);
