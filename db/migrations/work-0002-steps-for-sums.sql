-- The standing of each request after each of its steps, so that a backlog can be counted as of any day.
create view work.public_step as
select s.request, r.root, r.number, r.unit, r.discipline, r.question, r.recorded_at as asked_at, s.seq, s.state, s.waiting, s.due_on, s.recorded_at as at
  from work.step s join work.request r on r.id = s.request;
comment on view work.public_step is 'derived: requests after each step, for statistics';
