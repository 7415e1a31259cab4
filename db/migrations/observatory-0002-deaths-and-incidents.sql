-- Deaths and incidents beside victims; of a victim who died, what the examination of the death says. All three are computed again from covered rows.
delete from observatory.victim;
alter table observatory.victim
  add column precinct text not null, add column manner text not null, add column autopsy text not null, add column cause text not null, add column alcohol text not null,
  add column drugs text[] not null, add column court text not null, add column origin text not null;

create table observatory.death (
  death uuid not null, root uuid not null, case_root uuid, revision int not null, from_at timestamptz(3) not null, until_at timestamptz(3),
  counted boolean not null, noise int not null,
  year text not null, quarter text not null, month text not null, weekday text not null, hour text not null,
  district text not null, settlement text not null, precinct text not null, setting text not null,
  sex text not null, age_band text not null, minor text not null,
  manner text not null, cause text not null, autopsy text not null, means text not null, road_role text not null, alcohol text not null, drugs text[] not null, origin text not null,
  primary key (death, revision)
);
comment on table observatory.death is 'kept: each death as known from an instant until another; computed again from the covered rows of death, cases, results and imports';
create index death_case on observatory.death (case_root);
create index death_now on observatory.death (manner, year) where until_at is null and counted;

create table observatory.incident (
  root uuid not null, revision int not null, from_at timestamptz(3) not null, until_at timestamptz(3),
  counted boolean not null, noise int not null,
  year text not null, quarter text not null, month text not null, weekday text not null, hour text not null,
  district text not null, settlement text not null, precinct text not null, road text not null,
  offence text not null, iccs text not null, section text not null, case_type text not null, court text not null, origin text not null,
  primary key (root, revision)
);
comment on table observatory.incident is 'kept: each case and what happened in it, as known from an instant until another; computed again from the covered rows of cases';
