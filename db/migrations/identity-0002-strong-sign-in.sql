-- Passkeys, guesses that are counted before they are judged, sessions that end when nobody is there.
alter table identity.passkey
  add column aaguid text, add column synced boolean not null default false, add column stopped_at timestamptz(3);
create index passkey_person on identity.passkey (person) where removed_at is null;
comment on table identity.passkey is 'kept: public keys of passkeys; one whose counter went back is stopped';

-- A challenge carries its own proof (purpose, session, expiry, MAC): only what was spent needs to be remembered.
drop table identity.challenge;
create table identity.spent_challenge (hash bytea primary key, expires_at timestamptz(3) not null);
create index spent_challenge_age on identity.spent_challenge (expires_at);
comment on table identity.spent_challenge is 'kept: passkey challenges that were answered, until they would have expired';

create table identity.guess (
  key bytea primary key, failed int not null, first_at timestamptz(3) not null, last_at timestamptz(3) not null, paused_until timestamptz(3)
);
create index guess_age on identity.guess (last_at);
comment on table identity.guess is 'kept: wrong passwords, codes and PINs, by the SHA-256 of whom and whence they were tried';

create table identity.device (
  hash bytea not null, person uuid not null references identity.account, name text not null,
  first_at timestamptz(3) not null, last_at timestamptz(3) not null, primary key (hash, person)
);
create index device_person on identity.device (person);
comment on table identity.device is 'kept: browsers from which a person signed in before; a stranger who guesses elsewhere does not lock these out';

alter table identity.account
  drop column failed_count, drop column failed_at, drop column locked_until, drop column pin_failed_count, drop column pin_locked_until,
  add column totp_pending text;

alter table identity.session
  add column idle_minutes int default 60, add column address text, add column method text, add column narrow boolean not null default false;
alter table identity.token add column last_used_at timestamptz(3);
alter table identity.step_up add column operation text;
