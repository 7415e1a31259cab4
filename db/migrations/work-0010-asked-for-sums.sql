-- Every request as it was asked, also one to which nobody has taken a step yet, and what it is about; for sums.
create view work.public_asked as select id as request, root, number, unit, discipline, question, due_on, recorded_at as asked_at from work.request;
comment on view work.public_asked is 'derived: requests as they were asked, for statistics';
create view work.public_request_item as select request, item, recorded_at as at from work.request_item;
comment on view work.public_request_item is 'derived: which things a request is about';
