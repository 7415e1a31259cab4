-- When each came to be known first: sums for who may not see each count move ten people at a time.
create index victim_first on observatory.victim (from_at) where revision = 1;
create index death_first on observatory.death (from_at) where revision = 1;
create index incident_first on observatory.incident (from_at) where revision = 1;
create index paper_first on observatory.paper (from_at) where revision = 1;
