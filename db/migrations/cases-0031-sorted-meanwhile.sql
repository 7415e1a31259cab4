-- What is new in the index of handles is sorted in by whoever follows the log (a follower of cases, within the second), not by whoever happens to
-- register when the heap is full: that one waited 5 to 12 ms, and all who registered beside it as well. Should nobody follow, the old way remains.
create function cases.sort_handles() returns bigint language sql security definer set search_path = pg_catalog as $$
  select gin_clean_pending_list('cases.handle_part') + gin_clean_pending_list('cases.handle_sound')
$$;
alter index cases.handle_part set (gin_pending_list_limit = 1024);
alter index cases.handle_sound set (gin_pending_list_limit = 1024);
