-- Who investigates now, for those above.
create view cases.public_investigator as
  select distinct on (root) root, person, unit from cases.investigator order by root, seq desc;
