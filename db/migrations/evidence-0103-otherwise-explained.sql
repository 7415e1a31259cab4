-- What arrived otherwise and has been explained is decided: it stands on the exhibit, and no longer in a queue of what is apart.
create or replace view evidence.public_transit as
select d.thing, d.root, c.id as consignment, c.number, c.from_unit, c.to_unit, c.sent_at, c.due_at, a.at as arrived_at,
       a.id is not null and (
         exists (select 1 from evidence.seal_event v where v.thing = d.thing and v.kind in ('damaged', 'broken') and v.at = a.at)
         or exists (select 1 from evidence.discrepancy x where x.thing = d.thing and x.recorded_at >= a.recorded_at
                       and not exists (select 1 from evidence.explanation e where e.thing = x.thing and e.about = 'noted:' || x.id))) as otherwise
  from evidence.custody_event d join evidence.consignment c on c.id = d.consignment
  left join evidence.custody_event a on a.thing = d.thing and a.consignment = c.id and a.kind = 'arrived'
 where d.kind = 'dispatched';
