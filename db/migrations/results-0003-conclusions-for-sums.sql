-- What was concluded and has passed its review, from when until it was corrected.
create view results.public_conclusion as
select c.id, c.root, c.request, c.item, c.kind, c.substance, c.value, c.unit, p.at as from_at, n.at as until_at
  from results.conclusion c
  join lateral (select min(r.recorded_at) as at from results.review r where r.worksheet = c.worksheet and r.outcome = 'passed') p on p.at is not null
  left join lateral (select min(x.recorded_at) as at from results.conclusion x where x.corrects = c.id) n on true;
comment on view results.public_conclusion is 'derived: reviewed conclusions with the time in which each stood, for statistics';
