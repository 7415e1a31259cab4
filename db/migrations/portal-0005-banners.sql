-- What everybody should know today, above every page: put up by one person, until an hour, taken down at any time.
create table portal.banner (
  id uuid primary key, entry uuid not null, en text not null, es text not null, tone text not null check (tone in ('maya','maize','achiote')),
  whom text not null check (whom in ('everybody','inside','outside')), from_at timestamptz(3) not null, until_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.banner is 'covered: what stands above every page, for whom and until when';
create table portal.banner_down (
  id uuid primary key, entry uuid not null, banner uuid not null references portal.banner deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint portal_banner_down_once unique (banner)
);
comment on table portal.banner_down is 'covered: a banner taken down before its hour';
