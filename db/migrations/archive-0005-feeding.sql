-- How a pile was fed: with both sides at once, or all fronts and then, turned over, all backs.
alter table archive.scan add column feeding text check (feeding in ('fronts-then-backs'));
