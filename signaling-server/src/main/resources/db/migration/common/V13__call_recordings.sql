-- Recordings of calls and conferences. The sound is a file named after the id.
create table call_recording (
    id varchar(80) primary key,
    company_id varchar(64) not null references company (id),
    call_id varchar(64),
    room_id varchar(64),
    asked_by varchar(64),
    one_name varchar(200) not null,
    one_number varchar(64) not null,
    other_name varchar(200) not null,
    other_number varchar(64) not null,
    began_at timestamp with time zone not null,
    length_millis bigint not null,
    state varchar(10) not null,
    deleted_at timestamp with time zone
);

create index call_recording_began on call_recording (company_id, began_at, id);
