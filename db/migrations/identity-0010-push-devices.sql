-- Browsers that are told while they are shut: each turned on by its person, sealed messages only (src/platform/web-push.ts).
create table identity.push_device (
  id uuid primary key, person uuid not null references identity.account deferrable initially deferred,
  endpoint text not null constraint identity_push_device_once unique, p256dh text not null, auth text not null,
  device text not null, made_at timestamptz(3) not null, told_at timestamptz(3), failed int not null default 0
);
create index push_device_person on identity.push_device (person);
comment on table identity.push_device is 'kept: browsers that a person wants to be told in while they are shut; addresses of push services and the browser''s public keys';
