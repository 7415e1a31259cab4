-- What was withdrawn may come again, byte for byte: each coming has its number. And a request that nobody needs any more is taken back.
alter table archive.scan add column again int;
drop index archive.scan_once;
create unique index scan_once on archive.scan (file, batch, generation, again) nulls not distinct;
alter table archive.request_step drop constraint request_step_kind_check;
alter table archive.request_step add constraint request_step_kind_check check (kind in ('asked','located','not-found','scanned','screened','copied','returned','withdrawn'));
