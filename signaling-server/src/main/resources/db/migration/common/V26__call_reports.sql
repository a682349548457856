-- What people reported of calls that are over, one report of each person and call. It goes with the call's record.
create table call_report (
    call_id     varchar(64) not null,
    person_id   varchar(64) not null,
    company_id  varchar(64) not null,
    reported_at timestamp with time zone not null,
    complaint   varchar(16) not null,
    note        text        not null,
    primary key (call_id, person_id),
    foreign key (call_id, person_id) references call_record_person (call_id, person_id) on delete cascade
);
create index call_report_company on call_report (company_id, call_id);
