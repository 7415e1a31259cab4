-- An answer is given again to whoever holds the whole right still: at each unit for which it was asked, not somewhere.
alter table platform.act add column units uuid[];
comment on column platform.act.units is 'the units of the rows for which the right was asked; null in it stands for a row without a unit';
