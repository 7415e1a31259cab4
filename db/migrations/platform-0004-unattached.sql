-- What somebody sent and attached to nothing is counted a day, so that nobody fills the disk by sending alone.
alter table platform.upload add column attached_at timestamptz(3);
create index upload_unattached on platform.upload (person, received_at) where attached_at is null;
