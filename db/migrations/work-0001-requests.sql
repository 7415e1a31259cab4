-- What was asked and who does it: requests, the items they are about, and every step they went through.
create schema work;

create table work.request (
  id uuid primary key, entry uuid not null, root uuid not null,
  number text not null constraint work_request_number unique,
  unit uuid not null, asked_by_unit uuid,
  discipline text not null, question text not null, question_text text,
  priority text not null check (priority in ('routine','urgent','court')),
  due_on date,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table work.request is 'covered: what was asked, of which section, about which case';
create index request_root on work.request (root);

create table work.request_item (
  id uuid primary key, entry uuid not null, request uuid not null references work.request deferrable initially deferred, item uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table work.request_item is 'covered: the items that a request is about';
create index request_item_request on work.request_item (request);
create index request_item_item on work.request_item (item);

create table work.step (
  id uuid primary key, entry uuid not null, request uuid not null references work.request deferrable initially deferred,
  seq int not null, kind text not null check (kind in ('accepted','declined','withdrawn','assigned','started','stopped','restarted','completed','reopened','rescheduled')),
  state text not null check (state in ('asked','accepted','declined','assigned','started','completed','withdrawn')),
  assignee uuid, reviewer uuid, method_version uuid, due_on date, priority text, waiting boolean not null, code text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint work_step_order unique (request, seq)
);
comment on table work.step is 'covered: every step of a request, carrying the whole standing after it; the newest holds';

create table work.request_now (
  request uuid primary key, root uuid not null, number text not null, unit uuid not null, discipline text not null, question text not null,
  state text not null, waiting boolean not null, priority text not null, due_on date, assignee uuid, reviewer uuid, method_version uuid,
  seq int not null, asked_at timestamptz(3) not null, since timestamptz(3) not null
);
comment on table work.request_now is 'derived: the standing of each request after its newest step';
-- A worklist must not grow with history: only what is open is indexed for it.
create index request_now_open on work.request_now (unit, due_on, number) where state not in ('completed','declined','withdrawn');
create index request_now_assignee on work.request_now (assignee, due_on) where state not in ('completed','declined','withdrawn');
create index request_now_root on work.request_now (root);
create index request_now_asked on work.request_now (asked_at desc, request);

create view work.public_request as select * from work.request_now;
