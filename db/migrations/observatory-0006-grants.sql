-- Money of donors: what was agreed, what was spent, and the reports that were made of it, kept as they were sent.
create table observatory.award (
  id uuid primary key, entry uuid not null, donor text not null, agreement text not null constraint observatory_award_agreement unique, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table observatory.award is 'covered: grants by donor and agreement';
create table observatory.award_terms (
  id uuid primary key, entry uuid not null, award uuid not null references observatory.award deferrable initially deferred, seq int not null, title text not null, from_on date not null, until_on date not null, currency text not null,
  lines jsonb not null, indicators jsonb not null, words text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint observatory_award_terms_order unique (award, seq)
);
comment on table observatory.award_terms is 'covered: period, budget lines and indicators of a grant; each amendment is a row, the newest holds';
create table observatory.award_spent (
  id uuid primary key, entry uuid not null, award uuid not null references observatory.award deferrable initially deferred, line text not null, amount numeric not null, spent_on date not null, words text, corrects uuid constraint observatory_award_spent_once unique, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table observatory.award_spent is 'covered: money spent of a budget line, each entry by hand; a correction names the entry that it replaces';
create index award_spent_award on observatory.award_spent (award, spent_on);
create table observatory.award_report (
  id uuid primary key, entry uuid not null, award uuid not null references observatory.award deferrable initially deferred, seq int not null, from_on date not null, until_on date not null, as_of timestamptz(3) not null,
  answer jsonb not null, words text not null, sha256 text not null, files jsonb not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint observatory_award_report_order unique (award, seq)
);
comment on table observatory.award_report is 'covered: reports to donors as they were made: figures by their ids, money by line, words, and the files by hash';
