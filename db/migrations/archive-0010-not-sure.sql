-- Whoever compares a cover with a case may not be sure: that is said as well, and the pair is asked about again when it is wanted.
alter table archive.link drop constraint link_verdict_check;
alter table archive.link add constraint link_verdict_check check (verdict in ('linked', 'not-the-same', 'not-sure', 'unlinked'));
