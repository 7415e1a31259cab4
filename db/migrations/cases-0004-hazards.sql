-- What is dangerous about a whole case: whoever goes to the scene, opens a bag or meets a person is told before.
create table cases.hazard (
  id uuid primary key, entry uuid not null, seq int not null, root uuid not null references cases.case deferrable initially deferred,
  hazard text not null, state text not null check (state in ('flagged','cleared')), vault uuid, commitment text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.hazard is 'covered: dangers flagged on a case and taken off; the newest row of a hazard holds; the words about it stand in the vault';
create unique index cases_hazard_newest on cases.hazard (root, hazard, seq desc);

create view cases.public_hazard as
  select root, hazard from (select distinct on (root, hazard) root, hazard, state from cases.hazard order by root, hazard, seq desc) h where state = 'flagged';
comment on view cases.public_hazard is 'derived: dangers that stand on a case, as other modules may read them';
