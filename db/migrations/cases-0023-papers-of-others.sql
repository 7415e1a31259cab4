-- Papers of a case as other modules name them: a consent, an order.
create view cases.public_document as
  select d.id, d.root, d.name, d.kind, d.file, exists (select 1 from cases.paper_destroyed g where g.document = d.id) as destroyed from cases.document d;
