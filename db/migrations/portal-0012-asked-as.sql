-- As whom somebody asks for the papers of a death: the laboratory's rule for such askers holds at the decision and again when they are given.
alter table portal.record_decision add column asked_as text;
