-- A body that nobody claimed in time may be claimed after all: it is unclaimed no longer from the first entitled relative on, and may be so again.
alter table death.unclaimed drop constraint death_unclaimed_once;
update death.standing s set unclaimed = false
 where s.unclaimed and not exists (select 1 from death.unclaimed x where x.root = s.root and not exists (select 1 from death.relative y where y.root = s.root and y.entitled and y.recorded_at > x.recorded_at and not exists (select 1 from death.relative z where z.relative = y.relative and z.seq > y.seq)));
-- An examination that is not wanted any more, or that nobody is there to end, is taken back; it keeps nobody.
alter table death.examination_step drop constraint examination_step_kind_check, drop constraint examination_step_state_check;
alter table death.examination_step add constraint examination_step_kind_check check (kind in ('started','finished','reviewed','returned','withdrawn'));
alter table death.examination_step add constraint examination_step_state_check check (state in ('ordered','started','finished','reviewed','withdrawn'));
