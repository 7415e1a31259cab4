-- What the analyst answers to each finding of a review, before the worksheet goes back to it.
create table results.finding_answer (
  id uuid primary key, entry uuid not null, worksheet uuid not null references results.worksheet deferrable initially deferred,
  review uuid not null constraint results_answered_once unique references results.review deferrable initially deferred, answers jsonb not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.finding_answer is 'covered: what the analyst answered to each finding of a review';
create index finding_answer_worksheet on results.finding_answer (worksheet);

