-- Taking a request on is a contract (ISO/IEC 17025:2017, 7.1): who looked at what before it was, by the laboratory's own points.
create table work.contract_review (
  id uuid primary key, entry uuid not null, request uuid not null constraint work_reviewed_once unique references work.request deferrable initially deferred,
  points text[] not null, recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table work.contract_review is 'covered: the points that somebody answered for when a request was taken on';
