-- The index by newest is read backwards for oldest first: a second one would only slow down every opening and import.
drop index cases.standing_open_oldest;
