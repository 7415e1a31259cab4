-- What the work of a year cost, by discipline: beside the counts it gives the cost of a case.
create table observatory.cost (
  id uuid primary key, entry uuid not null, seq int not null, year text not null, discipline text not null,
  kind text not null check (kind in ('people', 'personnel', 'capital', 'consumables', 'services', 'other')), amount numeric not null check (amount >= 0),
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint observatory_cost_order unique (year, discipline, kind, seq)
);
comment on table observatory.cost is 'covered: money spent, and people (full-time equivalents), of a year and discipline; the newest of a kind holds';
