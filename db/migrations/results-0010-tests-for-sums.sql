-- Each analytical process on each thing once: a test, an instrument, a weighing; for sums.
create view results.public_test as
select w.request, w.root, t.item, t.technique, min(t.at) as at
  from (select worksheet, item, technique, recorded_at as at from results.test
        union all select worksheet, item, technique, recorded_at from results.run where item is not null
        union all select worksheet, item, 'weighing', recorded_at from results.weighing) t
  join results.worksheet w on w.id = t.worksheet group by 1, 2, 3, 4;
comment on view results.public_test is 'derived: which thing was examined by which technique, for statistics';
