-- Views of a list that somebody keeps by name: theirs on every device.
create table identity.saved_view (
  person uuid not null references identity.person deferrable initially deferred, list text not null, name text not null,
  state jsonb not null, kept_at timestamptz(3) not null,
  primary key (person, list, name)
);
comment on table identity.saved_view is 'kept: views of a list by name: search, filters, sort and columns, for the person alone';
