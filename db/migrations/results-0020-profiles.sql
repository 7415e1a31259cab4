-- STR profiles and the indexes of the law. A profile stands on one side of the wall (criminal, humanitarian, elimination) for ever: every
-- table that brings two together names the side, and its references hold both to it, so that no statement can pair what the law keeps apart.
create table results.profiled_sample (
  id uuid primary key, entry uuid not null, root uuid not null, item uuid not null constraint results_sample_one_side unique,
  side text not null check (side in ('criminal','humanitarian','elimination')), unique (item, side),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table results.profiled_sample is 'covered: on which side of the wall a sample stands, by its first profile';
create index profiled_sample_root on results.profiled_sample (root);

create table results.profile (
  id uuid primary key, entry uuid not null, root uuid not null, number text not null constraint results_profile_number unique,
  worksheet uuid not null references results.worksheet deferrable initially deferred, request uuid not null, item uuid not null,
  side text not null check (side in ('criminal','humanitarian','elimination')), holds text not null check (holds in ('person','trace','remains')),
  made_for text not null, kit text not null, contributors int not null check (contributors > 0), loci int not null check (loci > 0),
  party uuid, minor boolean not null, taken_under text, file text not null constraint results_profile_file unique, file_name text not null, size bigint not null, format text not null,
  vault uuid not null, commitment text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  unique (id, side), foreign key (item, side) references results.profiled_sample (item, side) deferrable initially deferred
);
comment on table results.profile is 'covered: STR profiles; the alleles are a personal value kept apart, which an ordered destruction empties';
create index profile_root on results.profile (root);
create index profile_item on results.profile (item);

create table results.profile_check (
  id uuid primary key, entry uuid not null, root uuid not null, profile uuid not null constraint results_profile_checked_once unique references results.profile deferrable initially deferred,
  outcome text not null check (outcome in ('agrees','differs')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table results.profile_check is 'covered: a second person has read the profile against its file';
create index profile_check_root on results.profile_check (root);

create table results.indexed (
  id uuid primary key, entry uuid not null, root uuid not null, profile uuid not null, side text not null, index_code text not null, rule uuid not null,
  ground text not null check (ground in ('consent','order','statute')), document uuid, words text, counted_from date not null, keep_until date,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint results_indexed_once unique (profile, index_code),
  foreign key (profile, side) references results.profile (id, side) deferrable initially deferred,
  -- Whatever a list of the laboratory says one day: these three serve to find people and to give the dead their names.
  check (side = 'humanitarian' or index_code not in ('missing','relatives','unidentified'))
);
comment on table results.indexed is 'covered: a profile entered an index of the law, on which ground, and when its clock runs out; the newest holds';
create index indexed_root on results.indexed (root);

create table results.index_search (
  id uuid primary key, entry uuid not null, root uuid not null, profile uuid not null, side text not null, index_code text not null,
  purpose text not null, words text not null, against text[] not null, stringency text not null check (stringency in ('high','moderate','low')),
  least int not null, compared int not null,
  recorded_at timestamptz(3) not null, recorded_by uuid, unique (id, side),
  foreign key (profile, side) references results.profile (id, side) deferrable initially deferred
);
comment on table results.index_search is 'covered: each search of an index, by whom, for what purpose, against which indexes, over how many profiles';
create index index_search_profile on results.index_search (profile);
create index index_search_root on results.index_search (root);

create table results.candidate (
  id uuid primary key, entry uuid not null, root uuid not null, search uuid not null, side text not null, profile uuid not null, index_code text not null,
  place int not null, shared int not null, matched int not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  foreign key (search, side) references results.index_search (id, side) deferrable initially deferred,
  foreign key (profile, side) references results.profile (id, side) deferrable initially deferred
);
comment on table results.candidate is 'covered: what a search puts forward: a lead, never a result; loci are counted, alleles never told';
create index candidate_search on results.candidate (search);
create index candidate_profile on results.candidate (profile);
create index candidate_root on results.candidate (root);

create table results.candidate_judged (
  id uuid primary key, entry uuid not null, root uuid not null, candidate uuid not null constraint results_candidate_judged_once unique references results.candidate deferrable initially deferred,
  outcome text not null check (outcome in ('confirmed','eliminated')), words text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table results.candidate_judged is 'covered: another person''s yes or no to a candidate';
create index candidate_judged_root on results.candidate_judged (root);

create table results.removal (
  id uuid primary key, entry uuid not null, root uuid not null, profile uuid not null constraint results_removal_once unique references results.profile deferrable initially deferred,
  why text not null, document uuid, words text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table results.removal is 'covered: a profile is proposed for removal and destruction, and why';
create index removal_root on results.removal (root);

create table results.profile_destroyed (
  id uuid primary key, entry uuid not null, root uuid not null, profile uuid not null constraint results_destroyed_once unique references results.profile deferrable initially deferred,
  removal uuid not null references results.removal deferrable initially deferred, number text not null, file text not null, size bigint not null, signer uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table results.profile_destroyed is 'covered: a profile left its indexes and was destroyed by a second person; the certificate says so without it';
create index profile_destroyed_root on results.profile_destroyed (root);

create table results.index_export (
  id uuid primary key, entry uuid not null, side text not null, index_code text not null, purpose text not null, destination text not null, source text not null,
  included uuid[] not null, left_out jsonb not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table results.index_export is 'covered: which profiles of an index were put into a file for another laboratory, and which were left out and why';

-- How each profile stands now, from its rows.
create view results.profile_now as
  select p.id as profile, p.root, p.side, i.index_code, i.id as indexed, i.keep_until, p.vault,
         case when d.id is not null then 'removed' when i.id is not null then 'indexed' when k.outcome = 'agrees' then 'checked' when k.outcome = 'differs' then 'differs' else 'recorded' end as state
    from results.profile p
    left join results.profile_check k on k.profile = p.id
    left join results.profile_destroyed d on d.profile = p.id
    left join lateral (select x.id, x.index_code, x.keep_until from results.indexed x where x.profile = p.id order by x.recorded_at desc, x.id desc limit 1) i on true;
