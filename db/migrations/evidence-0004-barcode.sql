-- The scanner's own way to a thing as it stands.
create index if not exists thing_now_barcode on evidence.thing_now (barcode);
