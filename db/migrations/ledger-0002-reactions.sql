create table ledger.reaction_cursor (name text primary key, position bigint not null);
comment on table ledger.reaction_cursor is 'kept: how far each reaction has followed the ledger';
