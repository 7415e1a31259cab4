-- Offices and agencies that a definition marks as unverified are confirmed like every other value.
alter table catalogue.confirmation drop constraint confirmation_kind_check;
alter table catalogue.confirmation add constraint confirmation_kind_check check (kind in ('code','limit','definition','unit','agency'));
