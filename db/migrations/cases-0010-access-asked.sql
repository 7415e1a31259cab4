-- Who asks to see a case that they do not see: kept alike whether such a case is there or not.
create table cases.access_asked (
  id uuid primary key, entry uuid not null, root uuid not null,
  person uuid not null, by_name text not null, number text not null, vault uuid not null, commitment text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.access_asked is 'covered: who asked to see the case of a number and why (the words stand in the vault); the root is its own id where no case, or more than one, bears the number';
create index access_asked_root on cases.access_asked (root);
create index access_asked_person on cases.access_asked (person, recorded_at desc);

create table cases.access_declined (
  id uuid primary key, entry uuid not null, asked uuid not null constraint cases_access_declined_once unique references cases.access_asked deferrable initially deferred,
  root uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.access_declined is 'covered: askings that a keeper declined; who asked is not told, since it would tell that the case is there';
