-- What a registrar sent of a death, and the pack with which an office goes on when the power is gone.
create table death.certificate (
  id uuid primary key, entry uuid not null, root uuid not null,
  state text not null check (state in ('called', 'laid', 'waits')),
  key text, number text, file text not null, file_name text not null, document_state text,
  vault uuid, commitment text, content jsonb, not_understood text[] not null, why text, why_values jsonb,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_certificate_file unique (file)
);
comment on table death.certificate is 'covered: a certificate of death that a registrar sent, its file as it came: it became a call, was laid to a death that is known, or waits for a person with the reason; the dead are named in the vault';
create unique index death_certificate_called on death.certificate (key) where state = 'called';
create index death_certificate_root on death.certificate (root);

create table death.certificate_settled (
  id uuid primary key, entry uuid not null, root uuid not null, certificate uuid not null references death.certificate deferrable initially deferred,
  decision text not null check (decision in ('laid', 'called', 'dismissed')), death uuid, words text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_certificate_settled_once unique (certificate)
);
comment on table death.certificate_settled is 'covered: what a person decided of a certificate that waited: of which death it is, that it became a call, or that it is set aside';
create index death_certificate_settled_death on death.certificate_settled (death);

create table death.pack (
  id uuid primary key, entry uuid not null, root uuid not null, unit uuid, morgue text,
  medium text not null, bodies int not null, deaths int not null, people int not null, roots uuid[] not null, file text not null, size int not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.pack is 'covered: what an office goes on with when the power is gone: bodies, open deaths, whom to reach and blank sheets, as one file by its hash, and the medium on which it is kept';

create table death.pack_sheet (
  id uuid primary key, entry uuid not null, root uuid not null, pack uuid not null references death.pack deferrable initially deferred,
  kind text not null check (kind in ('call', 'bodies', 'effects', 'temperatures')), code text not null constraint death_pack_sheet_code unique,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.pack_sheet is 'covered: a blank sheet of a pack, by the code on it';

create table death.sheet_entered (
  id uuid primary key, entry uuid not null, root uuid not null, sheet uuid not null references death.pack_sheet deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_sheet_entered_once unique (sheet)
);
comment on table death.sheet_entered is 'covered: the call that was written on a sheet of a pack came in, once';
