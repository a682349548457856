-- What a company may have at most (null: no limit), and since when it is suspended (null: it is not).
alter table company add column most_people integer;
alter table company add column most_numbers integer;
alter table company add column most_calls integer;
alter table company add column most_megabytes integer;
alter table company add column suspended_at timestamp with time zone;
