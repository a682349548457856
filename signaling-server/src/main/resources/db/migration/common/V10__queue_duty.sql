-- Which agents are off duty, or make a pause. Who has no row is on duty.
create table queue_duty (
    company_id varchar(64) not null references company (id),
    person_id varchar(64) not null,
    on_duty boolean not null,
    pause varchar(60),
    since timestamp with time zone not null,
    primary key (company_id, person_id)
);
