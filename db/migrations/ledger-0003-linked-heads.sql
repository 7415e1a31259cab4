-- Each signed head is linked to the one before it, so that one which was taken out or moved is missed (src/ledger/heads.ts).
alter table ledger.checkpoint add column link bytea;
comment on column ledger.checkpoint.link is 'SHA-256 of the link before and of this row; null only in heads signed before there were links';
