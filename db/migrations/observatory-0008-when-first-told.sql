-- In which batch each key was told first: who came together is told only where enough of them look alike. What was told before this is one such group.
alter table observatory.feed_record add column cohort int not null default 0;
alter table observatory.feed_record alter column cohort drop default;
