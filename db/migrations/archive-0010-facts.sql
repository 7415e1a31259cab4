-- What the index of a paper file says of what happened, for statistics: only fields that the laboratory's list calls a fact, with how each value came to stand. No names, no numbers; a proposal of a machine is never here.
create view archive.public_fact as
select i.file, i.generation, k.data->>'fact' as fact, i.field, i.seq, i.how, v.value->'values'->>0 as value, v.value->>'absent' as absent, i.recorded_at as at
  from archive.index_value i
  join catalogue.public_code k on k.list = 'archive-field' and k.code = i.field and k.data->>'fact' is not null and k.data->>'kind' in ('date', 'code')
  join ledger.vault v on v.id = i.vault;
comment on view archive.public_fact is 'derived: facts that people keyed from paper files, and how two of them or a third came to each, for statistics';

create view archive.public_file_over_time as
select file, root, seq, stage, generation, linked, recorded_at as at from archive.file_step;
comment on view archive.public_file_over_time is 'derived: how far each paper file had come at each moment, and which case it belonged to';
