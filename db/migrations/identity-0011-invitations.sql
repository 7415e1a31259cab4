-- Customers run their own people: badges, official codes, agreements that the agency's own head signs, and what an agency is held to.
alter table identity.person add column badge text;
alter table identity.agency add column code text;
create unique index agency_code on identity.agency (upper(code)) where code is not null;

create table identity.agreement_offer (
  id uuid primary key, entry uuid not null, agency uuid not null references identity.agency deferrable initially deferred,
  signatory uuid not null references identity.person deferrable initially deferred,
  kind text not null check (kind in ('service','confidentiality','data-sharing','other')),
  title text not null, words text not null, valid_from date not null, valid_until date, for_service text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  check (valid_until is null or valid_until >= valid_from)
);
comment on table identity.agreement_offer is 'covered: an agreement in words that the service offers, and who may sign it for the agency';
create index agreement_offer_signatory on identity.agreement_offer (signatory);

alter table identity.agreement add column offer uuid constraint identity_agreement_offer_once unique references identity.agreement_offer deferrable initially deferred;

create table identity.agency_rule (
  id uuid primary key, entry uuid not null, agency uuid not null references identity.agency deferrable initially deferred,
  rule text not null check (rule in ('agreement-required','prelog-required')), holds boolean not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.agency_rule is 'covered: what the people of an agency are held to; the newest row of a rule holds';
create index agency_rule_of on identity.agency_rule (agency, rule, recorded_at desc);
