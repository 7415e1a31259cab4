/** What the derived tables must hold, for `custodia verify`. */
export const derived = {
  'archive.box_now': `
    select b.id as box, b.number, b.barcode, b.unit, b.title, b.years, s.place, s.place_name, s.seq, s.recorded_at as since
      from archive.box b join lateral (select * from archive.box_step s where s.box = b.id order by s.seq desc limit 1) s on true`,
  'archive.file_now': `
    select f.id as file, s.root, f.number, f.barcode, f.unit, s.box, s.state, s.stage, s.generation, s.tier, s.linked, s.holder, s.holder_name, s.due_on, s.screened, s.sensitive, s.seq, s.recorded_at as since
      from archive.file f join lateral (select * from archive.file_step s where s.file = f.id order by s.seq desc limit 1) s on true`,
  'archive.request_now': `
    select r.id as request, r.root, r.number, s.file, s.kind as state, s.kind in ('not-found', 'withdrawn') or (s.kind = 'returned' and exists (select 1 from archive.request_step c where c.request = r.id and c.kind = 'copied')) as ended, r.due_at, s.seq, s.recorded_at as since
      from archive.request r join lateral (select * from archive.request_step s where s.request = r.id order by s.seq desc limit 1) s on true`,
  'archive.cold_now': `
    select distinct on (coalesce(s.batch, s.attendance)) coalesce(s.batch, s.attendance) as bundle, s.place, s.state, s.seq, s.recorded_at as since from archive.cold_step s order by coalesce(s.batch, s.attendance), s.seq desc`,
  'archive.batch_now': `
    select b.id as batch, b.number, b.unit, s.kind as state, s.generation, s.seq, s.recorded_at as since
      from archive.batch b join lateral (select * from archive.batch_step s where s.batch = b.id order by s.seq desc limit 1) s on true`,
}
