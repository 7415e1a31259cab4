-- Hands between the giver and the taker, told in the same hand-over with their own times.
alter table evidence.custody_event drop constraint custody_event_kind_check;
alter table evidence.custody_event add constraint custody_event_kind_check check (kind in ('before','received','taken','accepted','passed','stored','retrieved','dispatched','arrived','to-court','from-court','missing','found','returned','refused','consumed','void','disposed'));
