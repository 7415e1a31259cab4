-- To whom a certificate of a case is given out: the kind of case says it by default, this for one case.
create table reports.release (
  id uuid primary key, entry uuid not null, root uuid not null, seq int not null,
  level text not null check (level in ('case','agency','person','named')),
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint reports_release_order unique (root, seq)
);
comment on table reports.release is 'covered: to whom the certificates of a case are given out, where that is not as its kind says; the newest holds';
