-- The worklist by day of the offence walks an index in its own order, where a case without a day comes last.
create index standing_offence_order on cases.standing ((coalesce(offence_on, '0001-01-01'::date)) desc, root desc);
