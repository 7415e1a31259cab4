-- Which files stand in the second place too.
create table platform.file_copy (sha256 text primary key, at timestamptz(3), tried_at timestamptz(3) not null, tries int not null, fault text);
comment on table platform.file_copy is 'kept: since when a file stands in the second place too; null: tried, and why it is not there yet';
create index file_copy_waiting on platform.file_copy (tried_at) where at is null;
