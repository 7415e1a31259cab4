-- The reason that was given for an act stands in a row of its own, its words in the vault: a leaf that travels with a paper does not carry them.
create table platform.reason (
  id uuid primary key, entry uuid not null, act uuid not null, root uuid, vault uuid not null, commitment text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
create index reason_act on platform.reason (act);
comment on table platform.reason is 'covered: why an act was done, once for all its entries; the words stand in the vault';
