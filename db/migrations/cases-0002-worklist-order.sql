-- The worklist by urgency pages by (priority, root): the index follows that order, or every open case is sorted at each look.
drop index cases.standing_open_priority;
create index standing_open_priority on cases.standing (priority, root) where state = 'open';
create index standing_open_oldest on cases.standing (opened_at, root) where state = 'open';
