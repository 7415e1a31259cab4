-- Messages by mail wait here, written in the act's own transaction (src/platform/outbox.ts).
create table platform.mail (
  id uuid primary key,
  key text not null,
  person uuid,
  address text,
  path text,
  count int,
  attachment jsonb,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  tries int not null,
  fault text,
  made_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  constraint mail_has_one_recipient check ((person is null) <> (address is null))
);
comment on table platform.mail is 'kept: messages by mail and what became of them; none holds the content of a case';
create index mail_by_age on platform.mail (made_at desc, id desc);
