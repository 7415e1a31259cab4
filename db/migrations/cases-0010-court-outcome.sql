-- What a court decided, as a code, and by whom the house was told: only the prosecution's and the registry's word starts a clock or ends a hold.
create table cases.court_outcome (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  event uuid not null constraint cases_outcome_once unique references cases.court_event deferrable initially deferred,
  outcome text not null, final boolean not null, told_by text not null check (told_by in ('prosecution','registry','others')),
  on_day date not null, appeal_until date, ends uuid references cases.court_event deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.court_outcome is 'covered: outcomes of court as codes, until when an appeal may be entered, and which charge or appeal they end';
create index court_outcome_root on cases.court_outcome (root, on_day);

-- What may be disposed of is asked by root: how the case stands, since when, for what offences, and what the court said last.
create view cases.public_court as
  select s.root, s.number, s.title, s.state, s.closed_at, s.offences, s.investigator, s.investigator_unit, s.investigator_name,
         o.outcome, o.told_by, o.on_day, o.event,
         (select max(a.appeal_until) from cases.court_outcome a where a.root = s.root and a.final) as appeal_until,
         (select count(*)::int from cases.court_outcome t where t.root = s.root and t.final and t.told_by = 'others') as only_told
    from cases.standing s
    left join lateral (select * from cases.court_outcome x where x.root = s.root and x.final and x.told_by <> 'others' order by x.on_day desc, x.recorded_at desc limit 1) o on true;
comment on view cases.public_court is 'derived: how each case stands before the court, as other modules may read it';
