-- Who asked, for those above: a certificate may be given out to them alone.
create view work.public_asker as select id as request, root, recorded_by as asked_by from work.request;
