-- A request moves to another laboratory of the service, with its exhibits or without them; the step says where it is answered from then on.
alter table work.step add column unit uuid;
comment on column work.step.unit is 'the section that answers after this step; null in steps of before transfers: the one that was asked';
alter table work.step drop constraint step_kind_check;
alter table work.step add constraint step_kind_check check (kind in ('accepted','declined','withdrawn','assigned','started','stopped','restarted','completed','reopened','rescheduled','transferred'));

-- Taken on again by the laboratory to which it moved: one review for each taking on.
alter table work.contract_review add column seq int;
alter table work.contract_review drop constraint work_reviewed_once;
alter table work.contract_review add constraint work_reviewed_once unique (request, seq);

create or replace view work.public_step as
select s.request, r.root, r.number, coalesce(s.unit, r.unit) as unit, r.discipline, r.question, r.recorded_at as asked_at, s.seq, s.state, s.waiting, s.due_on, s.recorded_at as at
  from work.step s join work.request r on r.id = s.request;
