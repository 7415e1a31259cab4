-- What begins with some figures is looked for in lists of things: an index in the order of the bytes answers that, whatever the collation.
create index thing_number_begins on evidence.thing (number text_pattern_ops);
