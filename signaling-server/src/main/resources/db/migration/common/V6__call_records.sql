-- One record for each call that is over, made from its log; recorded_at says that this is done.
alter table call_log add column recorded_at timestamp with time zone;
create index call_log_unrecorded on call_log (recorded_at, ended_at);

create table call_record (
    call_id       varchar(64)  not null primary key,
    company_id    varchar(64)  not null,
    began_at      timestamp with time zone not null,
    ended_at      timestamp with time zone not null,
    direction     varchar(16)  not null,
    caller_person varchar(64),
    caller_name   varchar(200) not null,
    caller_number varchar(64)  not null,
    dialled       varchar(64)  not null,
    led_to_kind   varchar(32)  not null,
    led_to_name   varchar(200) not null,
    led_to_number varchar(64)  not null,
    answered_at   timestamp with time zone,
    talk_millis   bigint       not null,
    end_reason    varchar(32)
);
create index call_record_newest on call_record (company_id, began_at, call_id);

create table call_record_leg (
    call_id      varchar(64)  not null references call_record (call_id),
    leg_number   int          not null,
    company_id   varchar(64)  not null,
    person_id    varchar(64),
    shown_name   varchar(200) not null,
    shown_number varchar(64)  not null,
    was_called   boolean      not null,
    began_at     timestamp with time zone not null,
    rang_at      timestamp with time zone,
    answered_at  timestamp with time zone,
    ended_at     timestamp with time zone,
    end_reason   varchar(32),
    primary key (call_id, leg_number)
);
create index call_record_leg_person on call_record_leg (company_id, person_id, call_id);
