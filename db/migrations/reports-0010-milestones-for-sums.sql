-- When what became of the certificate of a request; for sums.
create view reports.public_milestone as
select r.request, r.root, v.id as version, s.kind, s.recorded_at as at from reports.step s join reports.version v on v.id = s.version join reports.report r on r.id = v.report
union all
select r.request, r.root, v.id, 'delivered', d.recorded_at from reports.delivery d join reports.version v on v.id = d.version join reports.report r on r.id = v.report where d.kind = 'copy'
union all
select r.request, r.root, v.id, 'acknowledged', x.recorded_at from reports.receipt x join reports.delivery d on d.id = x.delivery join reports.version v on v.id = d.version join reports.report r on r.id = v.report;
comment on view reports.public_milestone is 'derived: drafted, reviewed, signed, issued, delivered, acknowledged, for statistics';
