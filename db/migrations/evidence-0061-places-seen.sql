-- Places with what stands in them, as modules above may read them: a morgue is a store of its own kind.
create view evidence.public_place as
  select l.id, l.parent, l.unit, l.code, l.name, l.kind, l.witness, l.keeps, l.capacity, l.position, coalesce(w.things, 0) as things
    from evidence.location l left join evidence.location_now w on w.location = l.id;
comment on view evidence.public_place is 'derived: places with how many things stand in each, as other modules may read them';
