-- Dangers reach a thing also from its neighbours: down from everything that it is packed in, not from itself alone.
create or replace function evidence.hazards_around(in_thing uuid) returns text[] language sql stable as $$
  with recursive up as (
    select thing, packed_in, 0 as step from evidence.thing_now where thing = in_thing
    union all select n.thing, n.packed_in, u.step + 1 from evidence.thing_now n join up u on n.thing = u.packed_in where u.step < 12),
  down as (
    select thing from up
    union select n.thing from evidence.thing_now n join down d on n.packed_in = d.thing)
  select coalesce(array_agg(distinct h order by h), '{}') from evidence.thing_now n cross join unnest(n.hazards) h
   where n.thing in (select thing from down)
$$;
