-- When somebody looks again at a case of an older register: seeded by a rule of the laboratory as it comes, moved on by whoever looked.
create table exchange.review (
  id uuid primary key, entry uuid not null, root uuid not null, kind text not null check (kind in ('seeded', 'kept', 'done')),
  due_on date, rule text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint review_has_day check ((kind = 'done') = (due_on is null))
);
comment on table exchange.review is 'covered: when a case of an older register is looked at again, by which rule, and what whoever looked said; the newest holds';
create index review_root on exchange.review (root, id desc);
