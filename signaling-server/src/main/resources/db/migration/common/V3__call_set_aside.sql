-- A call that no start can take up is closed once, and says why; its events stay as they are. Null: it ended as calls do.
alter table call_log add column set_aside varchar(32);
