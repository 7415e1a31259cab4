-- Sign-on with the account of another house (OpenID Connect): which account of which provider is which person here, and who was turned away because nobody had said so yet.
create table identity.sign_on (
  id uuid primary key, issuer text not null, subject text not null, person uuid not null references identity.account deferrable initially deferred, name text,
  linked_at timestamptz(3) not null, linked_by uuid, ended_at timestamptz(3)
);
comment on table identity.sign_on is 'kept: accounts of another house under which people sign on here; linking and ending are entries of the person';
create unique index identity_sign_on_subject on identity.sign_on (issuer, subject) where ended_at is null;
create unique index identity_sign_on_person on identity.sign_on (person) where ended_at is null;

create table identity.sign_on_waiting (
  issuer text not null, subject text not null, name text, code_hash bytea not null unique, expires_at timestamptz(3) not null,
  primary key (issuer, subject)
);
comment on table identity.sign_on_waiting is 'kept: who came from the provider and is nobody here yet; the code that they were shown, as a hash, for a day';
