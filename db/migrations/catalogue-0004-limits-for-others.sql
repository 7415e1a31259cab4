-- Which versions a limit by law has, for whoever counts what rests on it.
create view catalogue.public_limit as select id, key, substance from catalogue.statutory_limit;
