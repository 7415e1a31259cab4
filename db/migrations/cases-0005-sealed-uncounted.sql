-- A sealed case shows itself to nobody but those named, not even as one more in a sum: it leaves the sums while the seal stands.
create or replace function cases.move_counts() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into cases.month_count as c (month, district, type, state, n)
      select month, coalesce(district, ''), type, state, count(*)::int from come where not sealed group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (month, district, type, state) do update set n = c.n + excluded.n;
  elsif tg_op = 'UPDATE' then
    -- Only what really moved: most changes leave a case in its cell, and then no row is locked.
    insert into cases.month_count as c (month, district, type, state, n)
      select month, district, type, state, sum(n)::int from (
        select month, coalesce(district, '') as district, type, state, 1 as n from come where not sealed
        union all select month, coalesce(district, ''), type, state, -1 from gone where not sealed) m
       group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
      on conflict (month, district, type, state) do update set n = c.n + excluded.n;
    delete from cases.month_count c using gone g where c.n = 0 and c.month = g.month and c.district = coalesce(g.district, '') and c.type = g.type and c.state = g.state;
  else
    insert into cases.month_count as c (month, district, type, state, n)
      select month, coalesce(district, ''), type, state, -count(*)::int from gone where not sealed group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (month, district, type, state) do update set n = c.n + excluded.n;
    delete from cases.month_count where n = 0;
  end if;
  return null;
end $$;
delete from cases.month_count;
insert into cases.month_count (month, district, type, state, n)
  select month, coalesce(district, ''), type, state, count(*)::int from cases.standing where not sealed group by 1, 2, 3, 4;
comment on table cases.month_count is 'derived: how many cases that are not sealed per month, district, type and state';
