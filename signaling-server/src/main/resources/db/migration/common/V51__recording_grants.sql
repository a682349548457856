-- Who may hear recordings of others: of all calls, or of those of some queues, ring groups and people.
create table recording_grant (
    company_id varchar(64) not null references company (id),
    person_id  varchar(64) not null,
    everything boolean     not null,
    download   boolean     not null,
    primary key (company_id, person_id)
);

create table recording_grant_part (
    company_id varchar(64) not null,
    person_id  varchar(64) not null,
    part_kind  varchar(8)  not null,
    part_id    varchar(64) not null,
    primary key (company_id, person_id, part_kind, part_id),
    foreign key (company_id, person_id) references recording_grant (company_id, person_id) on delete cascade
);

-- With which queues and ring groups a call was, and from when to when; first_time: the call was not with it before.
create table call_record_way (
    call_id    varchar(64) not null references call_record (call_id) on delete cascade,
    stretch    int         not null,
    company_id varchar(64) not null,
    part_kind  varchar(8)  not null,
    part_id    varchar(64) not null,
    first_time boolean     not null,
    began_at   timestamp with time zone not null,
    from_at    timestamp with time zone not null,
    to_at      timestamp with time zone not null,
    primary key (call_id, stretch)
);
create index call_record_way_newest on call_record_way (company_id, part_kind, part_id, began_at, call_id);
create index call_recording_call on call_recording (company_id, call_id);

-- The calls before this table was are looked at once more after the start; programs were told of them already.
alter table call_record add column told boolean default false not null;
update call_record set told = true;
update call_log set recorded_at = null where recorded_at is not null;
