-- What is open or done on a case follows from covered rows; the words of a task are read from the task.
create table cases.progress_note (
  id uuid primary key, entry uuid not null, root uuid not null, subject text not null, kind text not null, state text not null, text text not null,
  values jsonb, since timestamptz(3) not null, recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.progress_note is 'covered: what an act said is open or done on a case; the newest word on a subject and kind holds';
update cases.progress set values = null where text = 'cases.progress-task';
comment on table cases.progress is 'derived: the newest word on each subject and kind, from progress_note; completeness is read from here and from holds';
insert into platform.setting (key, value) select 'progress-to-adopt', 'true' where exists (select 1 from cases.progress);
