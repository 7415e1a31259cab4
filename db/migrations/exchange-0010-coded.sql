-- What a file says of what happened, in codes of statistics that no module below keeps (means, substances, kind of examination): kept with the row, as codes.
alter table exchange.import_row add column coded jsonb;
create index import_row_coded on exchange.import_row (root) where coded is not null;
create view exchange.public_coded as select root, source, coded, recorded_at as at from exchange.import_row where coded is not null;
comment on view exchange.public_coded is 'derived: codes that a file said of what happened in a case, for statistics';

create view exchange.public_imported as select root, source from exchange.import_row;
comment on view exchange.public_imported is 'derived: cases that came from a file, and which source it was';
