-- Figures of a grant are told by the grant's own years and quarters, and a report to a donor leaves when a second person has approved it.
alter table observatory.award_terms add column per text check (per in ('year', 'quarter')), add column year_begins int check (year_begins between 1 and 12);
create table observatory.award_report_step (
  id uuid primary key, entry uuid not null, report uuid not null references observatory.award_report deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('approved', 'returned')), words text, files jsonb not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint observatory_award_report_step_order unique (report, seq)
);
comment on table observatory.award_report_step is 'covered: a report to a donor approved by a second person, with the files as they leave, or sent back with the reason';
