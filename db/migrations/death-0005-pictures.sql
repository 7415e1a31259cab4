-- Photographs, radiographs and fingerprints of a body: files kept byte for byte, beside what they say of themselves.
create table death.picture (
  id uuid primary key, entry uuid not null, root uuid not null, examination uuid not null references death.examination deferrable initially deferred, no int not null,
  kind text not null check (kind in ('photograph','radiograph','fingerprint','document')),
  file text not null check (file ~ '^[0-9a-f]{64}$'), file_name text not null, size bigint not null,
  form text not null check (form in ('dicom','image','other')), frames int not null, told jsonb not null, said jsonb not null,
  view text, wound int, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_picture_no unique (examination, no),
  constraint death_picture_once unique (examination, file)
);
comment on table death.picture is 'covered: a photograph, radiograph, fingerprint or document of a body: the file by its SHA-256, and what it says of itself; the name of a patient in it stays in the file';
create index picture_root on death.picture (root);
