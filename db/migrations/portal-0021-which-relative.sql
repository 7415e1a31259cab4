-- Which of the entitled relatives a person said that the asker is, when papers of a death were granted.
alter table portal.record_decision add column relative uuid;
