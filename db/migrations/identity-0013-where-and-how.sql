-- A session knows where it is worked from, from what place, and whether it is the counter's own machine; a view may be shared.
alter table identity.session add column unit uuid references identity.unit deferrable initially deferred;
alter table identity.session add column place text check (place in ('office','vehicle','field'));
alter table identity.session add column kiosk boolean not null default false;

alter table identity.agency_rule drop constraint agency_rule_rule_check;
alter table identity.agency_rule add constraint agency_rule_rule_check check (rule in ('agreement-required','prelog-required','place-stated'));

alter table identity.saved_view add column shared text check (shared in ('office','service'));
alter table identity.saved_view add column unit uuid references identity.unit deferrable initially deferred;
create index saved_view_shared on identity.saved_view (list) where shared is not null;
