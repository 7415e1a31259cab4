-- Five lines that say the same do not help: a notice names the number of what waits, shown as the line is, while the reader may see what it hangs on.
alter table identity.notice add column number text;
comment on table identity.notice is 'kept: what somebody was told: a kind, a page, a subject and its number; shown while they may see what it hangs on';
