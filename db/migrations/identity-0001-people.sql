-- People, agencies, units, roles, sessions, and who may see what hangs on a root.
create schema identity;

create table identity.agency (
  id uuid primary key, entry uuid not null,
  name text not null, short_name text not null,
  kind text not null check (kind in ('service','police','prosecution','court','health','prison','observatory','laboratory','other')),
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint identity_agency_name unique (name)
);
comment on table identity.agency is 'covered: organisations whose people use or receive the service';

create table identity.unit (
  id uuid primary key, entry uuid not null,
  agency uuid not null references identity.agency deferrable initially deferred,
  parent uuid references identity.unit deferrable initially deferred,
  name text not null, code text not null,
  kind text not null check (kind in ('service','office','section','formation','branch','registry')),
  valid_from date, valid_until date,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint identity_unit_code unique (code)
);
comment on table identity.unit is 'covered: offices, sections and formations, dated because police structures change';

create table identity.person (
  id uuid primary key, entry uuid not null,
  name text not null, rank text, agency uuid references identity.agency deferrable initially deferred,
  unit uuid references identity.unit deferrable initially deferred,
  email text, phone text, title text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.person is 'covered: people who act or sign, with or without an account';

create table identity.person_state (
  id uuid primary key, entry uuid not null, person uuid not null references identity.person deferrable initially deferred,
  state text not null check (state in ('suspended','reinstated')),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.person_state is 'covered: suspensions and reinstatements; the newest row holds';
create index person_state_of on identity.person_state (person, recorded_at desc);

create table identity.account (
  person uuid primary key references identity.person deferrable initially deferred,
  username text not null constraint identity_account_username unique check (username = lower(username)),
  password_hash text, pin_hash text, totp_secret text, totp_confirmed_at timestamptz(3), totp_last_step bigint,
  recovery_hashes text[] not null default '{}',
  language text not null default 'en' check (language in ('en','es')),
  failed_count int not null default 0, failed_at timestamptz(3), locked_until timestamptz(3),
  pin_failed_count int not null default 0, pin_locked_until timestamptz(3),
  suspended boolean not null default false
);
comment on table identity.account is 'kept: what a person signs in with; secrets as hashes';

create table identity.passkey (
  id uuid primary key, person uuid not null references identity.account, credential_id text not null unique,
  public_key bytea not null, counter bigint not null, name text not null, transports text[] not null default '{}',
  added_at timestamptz(3) not null, last_used_at timestamptz(3), removed_at timestamptz(3)
);
comment on table identity.passkey is 'kept: public keys of passkeys';

create table identity.challenge (
  id uuid primary key, person uuid, purpose text not null, challenge text not null, expires_at timestamptz(3) not null
);
comment on table identity.challenge is 'kept: open passkey ceremonies and half-done sign-ins, minutes old at most';

create table identity.role_grant (
  id uuid primary key, entry uuid not null,
  person uuid not null references identity.person deferrable initially deferred,
  role text not null,
  unit uuid references identity.unit deferrable initially deferred,
  from_at timestamptz(3) not null, until_at timestamptz(3),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.role_grant is 'covered: who holds which role, at which unit (none: the whole service)';
create index role_grant_person on identity.role_grant (person);

create table identity.role_withdrawal (
  id uuid primary key, entry uuid not null,
  role_grant uuid not null constraint identity_withdrawn_once unique references identity.role_grant deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.role_withdrawal is 'covered: ends of grants';

create table identity.session (
  hash bytea primary key, id uuid not null unique, person uuid not null references identity.account,
  csrf text not null, created_at timestamptz(3) not null, seen_at timestamptz(3) not null, expires_at timestamptz(3) not null,
  ended_at timestamptz(3), device text, language text
);
comment on table identity.session is 'kept: who is signed in; the token itself is never stored';
create index session_person on identity.session (person) where ended_at is null;

create table identity.token (
  hash bytea primary key, id uuid not null unique, person uuid not null references identity.account,
  name text not null, scopes text[] not null, created_at timestamptz(3) not null, expires_at timestamptz(3), ended_at timestamptz(3)
);
comment on table identity.token is 'kept: API tokens; the token itself is shown once and never stored';

create table identity.step_up (
  hash bytea primary key, person uuid not null references identity.account, bound_to uuid not null, method text not null,
  made_at timestamptz(3) not null, expires_at timestamptz(3) not null
);
comment on table identity.step_up is 'kept: a person proved again who they are; bound to one session or token';

create table identity.sight (
  id bigint generated always as identity primary key,
  root uuid not null, principal uuid not null, why text not null,
  from_at timestamptz(3) not null, until_at timestamptz(3), entry uuid
);
comment on table identity.sight is 'kept: who may see what hangs on a root; every reading statement asks this table (decided.md 1)';
create index sight_root on identity.sight (root, principal);
create index sight_principal on identity.sight (principal, root) where until_at is null;

create table identity.conflict (
  id uuid primary key, entry uuid not null, person uuid not null references identity.person deferrable initially deferred,
  root uuid, about text not null, recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.conflict is 'covered: declared conflicts of interest; a wall between a person and a root';
create index conflict_person on identity.conflict (person, root);

create table identity.signing_certificate (
  id uuid primary key, entry uuid not null, person uuid references identity.person deferrable initially deferred,
  kind text not null check (kind in ('authority','person')), certificate text not null,
  valid_from timestamptz(3) not null, valid_until timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.signing_certificate is 'covered: certificates with which papers are signed; private keys stand in the key folder, encrypted when a passphrase is set';
create index signing_certificate_person on identity.signing_certificate (person, valid_until desc);
