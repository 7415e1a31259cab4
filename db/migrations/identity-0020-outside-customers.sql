-- Customers outside the police: what they bring goes into cases of their own, and they pay where their agreement says so.
alter table identity.agency_rule drop constraint agency_rule_rule_check;
alter table identity.agency_rule add constraint agency_rule_rule_check check (rule in ('agreement-required','prelog-required','place-stated','own-cases','pays-fees'));
