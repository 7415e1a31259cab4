-- A change of hands rewrites the row of standing: what never changes with it is searched where it is only added to.
drop index evidence.thing_now_words;
drop index evidence.thing_now_barcode;
create index description_words on evidence.description using gin (words gin_trgm_ops);
