-- An office or agency of a laboratory's definition that nobody has confirmed yet says so, and from where it is known.
alter table identity.unit add column unverified boolean, add column source text;
alter table identity.agency add column unverified boolean, add column source text;
