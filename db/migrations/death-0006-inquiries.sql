-- What the office found out about a death beside the body: history, circumstances by kind, what other offices call it.
create table death.inquiry (
  id uuid primary key, entry uuid not null, root uuid not null, section text not null, seq int not null,
  form uuid, answers jsonb, words text, topics text[] not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_inquiry_order unique (root, section, seq)
);
comment on table death.inquiry is 'covered: what was found out about a death, section by section of the forms of its day (history, ambulance, by circumstance), with the topics of the words; the newest row of a section holds';
create index inquiry_topics on death.inquiry using gin (topics);

create table death.alias (
  id uuid primary key, entry uuid not null, root uuid not null, kind text not null, text text not null, giver text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_alias_once unique (root, kind, text)
);
comment on table death.alias is 'covered: the number that another office gave a death: the registrar, a laboratory outside, a funeral home';
