-- An outside reviewer is shown the one request that was given to them, and nothing else of its case.
alter table identity.sight add column part uuid;
