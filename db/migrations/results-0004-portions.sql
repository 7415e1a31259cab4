-- What an instrument measured in portions of a specimen (alcohol in blood): each portion as read, with the run it stands in.
create table results.portion (
  id uuid primary key, entry uuid not null, worksheet uuid not null references results.worksheet deferrable initially deferred, item uuid not null,
  technique text not null, substance text not null, portion int not null check (portion > 0), value numeric not null check (value >= 0), unit text not null, run uuid, corrects uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.portion is 'covered: readings of an instrument, portion by portion of one specimen; the newest of a portion holds';
create index portion_worksheet on results.portion (worksheet);
