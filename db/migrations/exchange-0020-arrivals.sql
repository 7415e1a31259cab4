-- Cases that systems of the police send: one inbox for what comes over the wire and what is laid into a folder.
create table exchange.arrival (
  id uuid primary key, entry uuid not null, root uuid not null, source text not null, number text not null, seq int not null,
  came text not null check (came in ('wire', 'folder')), office text not null, unit uuid references identity.unit deferrable initially deferred,
  digest text not null, vault uuid, commitment text,
  waits text, waits_values jsonb,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_arrival_once unique (source, number, seq)
);
comment on table exchange.arrival is 'covered: a case as the system of an agency sent it, version by version; root is the first version; waits is why a person decides';
create index arrival_root on exchange.arrival (root);

create table exchange.arrival_decided (
  id uuid primary key, entry uuid not null, arrival uuid not null references exchange.arrival deferrable initially deferred, root uuid not null,
  decision text not null check (decision in ('opened', 'added', 'noted', 'rejected')), case_root uuid, unit uuid, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_arrival_decided_once unique (arrival)
);
comment on table exchange.arrival_decided is 'covered: what became of a case that was sent: opened, added to one that was there, noted, or rejected with the reason';
create index arrival_decided_root on exchange.arrival_decided (root);
