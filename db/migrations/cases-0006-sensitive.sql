-- One definition of what is sensitive, for all modules: whoever reads of such a case leaves a line.
create or replace view cases.public_case as
  select root as id, number, title, type, unit, state, sealed, guarded, district, offence_on, opened_at, investigator, investigator_unit,
         restricted or sealed or guarded as sensitive from cases.standing;
