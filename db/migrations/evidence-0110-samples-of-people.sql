-- Samples taken from people as other modules name them: from whom, and on which ground.
create view evidence.public_reference_sample as
  select thing, root, party, ground, document, at from evidence.reference_sample;
