-- What is new waits in a heap that every search reads whole until it is sorted in: of 4 MB (PostgreSQL's own measure) that takes 20 ms, of a
-- quarter less than one, and whoever happens to fill it sorts in a twentieth of what it was.
alter index cases.handle_part set (gin_pending_list_limit = 256);
alter index cases.handle_sound set (gin_pending_list_limit = 256);
