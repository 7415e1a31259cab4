-- A body that was laid to rest comes out of the grave into a hand again: its chain goes on.
alter table evidence.custody_event drop constraint custody_event_kind_check;
alter table evidence.custody_event add constraint custody_event_kind_check check (kind in ('before','received','taken','accepted','passed','stored','retrieved','left','taken-in','dispatched','arrived','to-court','from-court','tendered','missing','found','returned','refused','consumed','void','disposed','registered','exhumed'));
