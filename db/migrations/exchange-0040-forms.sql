-- In which form a partner gets what is sent to it, and signed papers as messages.
create table exchange.agreed_form (
  id uuid primary key, entry uuid not null, agency uuid not null, agreement uuid not null,
  form text not null check (form in ('fhir', 'hl7-v2', 'pdf')),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table exchange.agreed_form is 'covered: in which form a partner asked for results and papers, under which agreement; the newest of an agency holds';
create index agreed_form_of on exchange.agreed_form (agency, recorded_at desc);

alter table exchange.message add column form text check (form in ('fhir', 'hl7-v2', 'pdf')), add column recipient uuid;
alter table exchange.message drop constraint message_kind_check;
alter table exchange.message add constraint message_kind_check check (kind in ('toxicology', 'death-document', 'death-certificate', 'cremation-clearance'));
