-- Acts done without a network come in as claims: stored as signed, then performed; a refusal leaves the claim.
create table identity.device_key (
  id uuid primary key, entry uuid not null, person uuid not null references identity.person deferrable initially deferred,
  name text not null, spki text not null, sha256 text not null constraint identity_device_key_sha256 unique, recovery text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table identity.device_key is 'covered: the public key of a device on which a person acts without a network, with the sealed code that opens the device again';
create index device_key_person on identity.device_key (person);
create table identity.device_key_end (
  id uuid primary key, entry uuid not null, key uuid not null references identity.device_key deferrable initially deferred, why text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint identity_device_key_ended unique (key)
);
comment on table identity.device_key_end is 'covered: a device that was lost or given back; what it signs from then on is kept and not done';

create table identity.claim (
  id uuid primary key, entry uuid not null, key uuid not null references identity.device_key deferrable initially deferred, person uuid not null,
  sequence int not null, sha256 text not null, previous text, after text[] not null, operation text not null, vault uuid not null, commitment text not null,
  device_at timestamptz(3) not null, at timestamptz(3) not null, skew_ms bigint not null, carried_by uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint identity_claim_sequence unique (key, sequence)
);
comment on table identity.claim is 'covered: an act as the device signed it; the bytes stand in the vault';
create index claim_sha256 on identity.claim (sha256);
create table identity.claim_outcome (
  id uuid primary key, entry uuid not null, claim uuid not null references identity.claim deferrable initially deferred, seq int not null,
  state text not null check (state in ('done','refused','answered')), code text, sentence text, flags text[] not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint identity_claim_outcome_order unique (claim, seq)
);
comment on table identity.claim_outcome is 'covered: what became of a claim; a refused one stays open until somebody answers it';
create table identity.claim_now (
  claim uuid primary key, key uuid not null, person uuid not null, sequence int not null, sha256 text not null, after text[] not null,
  state text not null, seq int not null, at timestamptz(3) not null, since timestamptz(3) not null
);
comment on table identity.claim_now is 'derived: the standing of each claim after its newest outcome';
create index claim_now_open on identity.claim_now (key, sequence) where state in ('waiting','refused');
create index claim_now_person on identity.claim_now (person, at desc);
create index claim_now_sha256 on identity.claim_now (sha256);
