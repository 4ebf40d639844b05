alter table fact_landings add column through_sha text;
alter table fact_landings add column pull integer;

create table fact_landed_reverts (
    repository_id integer not null references fact_repositories,
    sha text not null,
    reverted text not null,
    moment_ms integer not null,
    through_sha text,
    pull integer,
    primary key (repository_id, sha, reverted)
) strict, without rowid;
insert into fact_landed_reverts
select c.repository_id, c.sha, v.reverted_sha, l.moment_ms, null, null
from fact_reverts v
join fact_commits c using (commit_id)
join fact_landings l on l.repository_id = c.repository_id and l.sha = c.sha;

create index fact_commits_by_author_moment on fact_commits (author_ms);
update fact_repositories set bookmark = x'';
