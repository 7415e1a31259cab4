-- What goes to a cold store and comes back is a batch of scans or the photographs of an attendance: one way for both.
alter table archive.cold_step alter column batch drop not null, add column attendance uuid,
  add constraint archive_cold_step_of check (num_nonnulls(batch, attendance) = 1), add constraint archive_cold_step_scene_order unique (attendance, seq);
alter table archive.cold_file alter column batch drop not null, add column attendance uuid,
  add constraint archive_cold_file_of check (num_nonnulls(batch, attendance) = 1);
create index cold_file_sha256 on archive.cold_file (sha256);
alter table archive.cold_now rename column batch to bundle;
comment on table archive.cold_step is 'covered: how the masters of a batch or of the photographs of an attendance went to a cold store, who asked for them, and how they came back';
comment on table archive.cold_now is 'derived: where the masters of each batch and of each attendance are that ever left';
