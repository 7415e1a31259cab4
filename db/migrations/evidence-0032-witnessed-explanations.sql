-- Who stood by when a difference was explained.
alter table evidence.explanation add column witness uuid, add column witness_name text;
