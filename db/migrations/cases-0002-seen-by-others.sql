-- What higher modules may read of a case.
create view cases.public_case as
  select root as id, number, title, type, unit, state, sealed, guarded, district, offence_on, opened_at, investigator, investigator_unit from cases.standing;
comment on view cases.public_case is 'derived: the case as other modules may read it';
