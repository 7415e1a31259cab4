-- Why rows were not taken and what was doubted, with their numbers: a receipt is read long after its file is gone.
alter table exchange.import_receipt add column reasons jsonb, add column doubts jsonb;
create index import_file on exchange.import (file);
-- Columns in the order of the file: what was written is shown as it stood there.
alter table exchange.import add column columns jsonb;
