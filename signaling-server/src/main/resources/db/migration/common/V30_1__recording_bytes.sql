-- How large the sound of a recording is; 0: it runs, or was not looked at yet.
alter table call_recording add column sound_bytes bigint default 0 not null;
