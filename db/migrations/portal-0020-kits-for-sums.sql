-- Followed kits stage by stage, for statistics: no serial, no office by name.
create view portal.public_kit_stage as select kit, root, seq, stage, unit, due_on, at, recorded_at from portal.kit_stage;
comment on view portal.public_kit_stage is 'derived: each stage that a followed kit reached, and until when the next was expected by the rule of that day, for statistics';
