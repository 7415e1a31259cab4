-- Duties handed on, absences, agreements, broken glass, reviews of what people hold, recovery by two people, walls that can be taken down.
alter table identity.role_grant add column delegated_from uuid references identity.role_grant deferrable initially deferred;
create index role_grant_delegated on identity.role_grant (delegated_from) where delegated_from is not null;
create index role_grant_unit on identity.role_grant (unit);

create table identity.absence (
  id uuid primary key, entry uuid not null, person uuid not null references identity.person deferrable initially deferred,
  kind text not null check (kind in ('leave','sick','training','secondment','left-service')),
  from_at timestamptz(3) not null, until_at timestamptz(3), closes boolean not null,
  stand_in uuid references identity.person deferrable initially deferred, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  check (until_at is null or until_at > from_at)
);
comment on table identity.absence is 'covered: leave and departures; one that closes the account lets nobody in while it lasts';
create index absence_person on identity.absence (person, from_at);

create table identity.absence_end (
  id uuid primary key, entry uuid not null,
  absence uuid not null constraint identity_absence_ended_once unique references identity.absence deferrable initially deferred,
  ends_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.absence_end is 'covered: absences that ended sooner than was said, or never began';

create table identity.access_review (
  id uuid primary key, entry uuid not null, role_grant uuid not null references identity.role_grant deferrable initially deferred,
  kept boolean not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.access_review is 'covered: who looked at a grant again, and whether it stays';
create index access_review_grant on identity.access_review (role_grant, recorded_at desc);

create table identity.agreement (
  id uuid primary key, entry uuid not null, agency uuid not null references identity.agency deferrable initially deferred,
  kind text not null check (kind in ('service','confidentiality','data-sharing','other')),
  title text not null, signed_on date not null, valid_from date not null, valid_until date,
  for_service text not null, for_agency text not null, file text, file_name text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  check (valid_until is null or valid_until >= valid_from)
);
comment on table identity.agreement is 'covered: what the service and an agency have signed with each other';
create index agreement_agency on identity.agreement (agency, valid_from);

create table identity.agreement_end (
  id uuid primary key, entry uuid not null,
  agreement uuid not null constraint identity_agreement_ended_once unique references identity.agreement deferrable initially deferred,
  ends_on date not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.agreement_end is 'covered: agreements that ended before their day';

create table identity.glass (
  id uuid primary key, entry uuid not null, person uuid not null references identity.person deferrable initially deferred,
  root uuid not null, until_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.glass is 'covered: sight that somebody took for a while, against the rule and with a reason, to be reviewed';
create index glass_person on identity.glass (person, until_at);
create index glass_root on identity.glass (root);

create table identity.glass_review (
  id uuid primary key, entry uuid not null,
  glass uuid not null constraint identity_glass_reviewed_once unique references identity.glass deferrable initially deferred,
  finding text not null check (finding in ('justified','not-justified')), words text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.glass_review is 'covered: what somebody else found of it';

create table identity.recovery (
  id uuid primary key, entry uuid not null, person uuid not null references identity.person deferrable initially deferred,
  lost text[] not null, first_day boolean not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.recovery is 'covered: ways back into an account that an administrator opened; first_day is an invitation to an account that nobody has used';

create table identity.recovery_step (
  id uuid primary key, entry uuid not null, recovery uuid not null references identity.recovery deferrable initially deferred,
  kind text not null check (kind in ('confirmed','used','withdrawn')),
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint identity_recovery_step_once unique (recovery, kind)
);
comment on table identity.recovery_step is 'covered: the second person who knows whose account it is, and what became of it';

create table identity.recovery_secret (
  recovery uuid primary key references identity.recovery deferrable initially deferred,
  first_hash bytea not null unique, second_hash bytea, expires_at timestamptz(3) not null, failed int not null default 0
);
comment on table identity.recovery_secret is 'kept: the two halves of a recovery code as hashes; each is known to one person only';

create table identity.conflict_end (
  id uuid primary key, entry uuid not null,
  conflict uuid not null constraint identity_conflict_lifted_once unique references identity.conflict deferrable initially deferred,
  words text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.conflict_end is 'covered: walls that were taken down, and why';

create table identity.wall (person uuid not null, root uuid not null, primary key (person, root));
comment on table identity.wall is 'derived: who must stay away from which root now; asked by every reading statement';
insert into identity.wall (person, root) select distinct person, root from identity.conflict where root is not null;

-- A seal cuts limited sight short; what it was meant to last is kept, so that unsealing gives back that and no more.
alter table identity.sight add column meant_until timestamptz(3);
