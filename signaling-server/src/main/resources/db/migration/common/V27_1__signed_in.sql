-- Whose the sessions of web_session are, and what tells one from another. Who can read a session's id can use it: forms name it by its handle.
create table signed_in (
    session_id varchar(120) not null primary key,
    company_id varchar(64)  not null references company (id),
    person_id  varchar(64)  not null references person (id) on delete cascade,
    handle     varchar(64)  not null unique,
    since      timestamp with time zone not null,
    address    varchar(64)  not null,
    -- As the browser names itself.
    agent      varchar(300) not null
);
create index signed_in_by_person on signed_in (company_id, person_id);
