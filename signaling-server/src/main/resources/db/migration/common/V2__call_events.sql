-- A call is a log of events. Written in groups by one writer; (call_id, sequence) makes writing one twice harmless.
create table call_log (
    call_id varchar(64) primary key,
    company_id varchar(64) not null,
    plan_version bigint not null,
    began_at timestamp with time zone not null,
    ended_at timestamp with time zone
);

create index call_log_unfinished on call_log (ended_at, began_at);
create index call_log_company on call_log (company_id, began_at);

create table call_event (
    call_id varchar(64) not null,
    sequence bigint not null,
    company_id varchar(64) not null,
    happened_at timestamp with time zone not null,
    event_type varchar(64) not null,
    body text not null,
    primary key (call_id, sequence)
);
