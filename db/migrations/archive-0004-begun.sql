-- Scans are held as pages are: by the lock of their row, which whatever ends the worker lets go at once. How often either was begun is told in one table.
update archive.scan_work set state = 'waiting' where state = 'opening';
drop index archive.scan_work_waiting;
alter table archive.scan_work drop column leased_until, drop column attempts, drop constraint scan_work_state_check,
  add constraint scan_work_state_check check (state in ('waiting', 'found', 'recorded'));
create index scan_work_waiting on archive.scan_work (since) where state in ('waiting', 'found');
alter table archive.page_try rename to begun;
alter table archive.begun rename column page to thing;
alter table archive.begun rename column attempts to times;
comment on table archive.begun is 'kept: how often reading a page or opening a scan was begun, since it last came further: what ends its readers is set aside';
