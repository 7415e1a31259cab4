-- Whether what is kept is still what was kept; and paper that carries its state, so that it comes back in.
create table scenes.fixity (
  id uuid primary key, entry uuid not null, from_file text not null, until_file text not null, whole boolean not null, checked int not null, bytes bigint not null, wrong jsonb not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.fixity is 'covered: photographs counted again, byte for byte, and each that is no longer what it was, by name';
create index fixity_recorded on scenes.fixity (recorded_at desc);

create table scenes.paper_form (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred, form uuid,
  kind text not null check (kind in ('checklist','log','exhibits')), code text not null constraint scenes_paper_form_code unique, marks text[] not null, labels text[] not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.paper_form is 'covered: a sheet that was printed for a scene, with the version of the form and the numbers it carries';
create index paper_form_attendance on scenes.paper_form (attendance);
