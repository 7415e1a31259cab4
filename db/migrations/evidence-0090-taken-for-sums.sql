-- When each thing was taken from where it was found; for sums.
create view evidence.public_taken as select id as thing, root, taken_at from evidence.thing where taken_at is not null;
comment on view evidence.public_taken is 'derived: when things were taken, for statistics';
