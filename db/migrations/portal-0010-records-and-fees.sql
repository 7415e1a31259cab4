-- Requests for records and by subpoena, what is owed for them and for work that an agreement makes dear, and what was paid.
create table portal.record_request (
  id uuid primary key, entry uuid not null, root uuid not null, kind text not null, about uuid, numbers text not null,
  asker uuid references identity.person deferrable initially deferred, asker_unit uuid, proof text not null check (proof in ('account','document','order')),
  authority text, due_on date, vault uuid not null, commitment text not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.record_request is 'covered: somebody asks for records; root is its own id; who asks without an account, the document shown and the words stand in the vault';
create index record_request_newest on portal.record_request (recorded_at desc);

create table portal.record_decision (
  id uuid primary key, entry uuid not null, request uuid not null constraint portal_record_decided_once unique references portal.record_request deferrable initially deferred,
  root uuid not null, decision text not null check (decision in ('granted','refused')), about uuid, versions uuid[] not null, vault uuid, commitment text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.record_decision is 'covered: by whom a request for records was granted, for which certificates, or refused with the reason';

create table portal.record_release (
  id uuid primary key, entry uuid not null, request uuid not null constraint portal_record_released_once unique references portal.record_request deferrable initially deferred,
  root uuid not null, way text not null check (way in ('portal','paper')), deliveries uuid[] not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.record_release is 'covered: the one release of what was granted, in the portal by name or as paper at the counter';

create table portal.charge (
  id uuid primary key, entry uuid not null, root uuid not null, subject text not null constraint portal_charge_once unique,
  agency uuid references identity.agency deferrable initially deferred, rule text not null, count int not null check (count > 0), amount numeric not null check (amount > 0), currency text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.charge is 'covered: what is owed, by the rule of the list that said so on that day; amount is the whole of it';
create index charge_root on portal.charge (root);

create table portal.payment (
  id uuid primary key, entry uuid not null, charge uuid not null constraint portal_paid_once unique references portal.charge deferrable initially deferred,
  root uuid not null, kind text not null check (kind in ('paid','waived')), receipt text, words text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  check ((kind = 'paid') = (receipt is not null))
);
comment on table portal.payment is 'covered: a charge was paid under the number of a receipt, or waived with the reason';
