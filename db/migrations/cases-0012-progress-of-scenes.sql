-- A scene that is attended and not signed is open work of the case.
alter table cases.progress drop constraint progress_kind_check;
alter table cases.progress add constraint progress_kind_check check (kind in ('submission','item','request','result','report','question','scene'));
