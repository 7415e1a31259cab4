-- Holds that stand, as modules above may read them beside many things at once.
create view cases.public_hold as
  select h.id, h.subject, h.root, h.kind, h.why, h.values, h.recorded_at from cases.hold h where not exists (select 1 from cases.hold_lift l where l.hold = h.id);
comment on view cases.public_hold is 'derived: holds that stand, as other modules may read them';
