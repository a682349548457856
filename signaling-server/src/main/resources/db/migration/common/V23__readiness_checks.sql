-- The last readiness check of each person's phone.
create table readiness_check (
    company_id varchar(64) not null,
    person_id varchar(64) not null,
    checked_at timestamp with time zone not null,
    rating varchar(16) not null,
    problem varchar(32),
    lost_permille int,
    round_trip_millis int,
    by_tcp boolean,
    primary key (company_id, person_id)
);
