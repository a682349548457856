-- Calls are found by the numbers in them, which consist of digits, + * and # here. Each number of a company
-- stands once in call_number, so that a part of one is looked for in those and not in all calls.
create table call_number (
    company_id varchar(64) not null,
    dialable   varchar(64) not null,
    calls      bigint      not null,
    primary key (company_id, dialable)
);

create table call_record_number (
    call_id    varchar(64) not null references call_record (call_id) on delete cascade,
    dialable   varchar(64) not null,
    company_id varchar(64) not null,
    began_at   timestamp with time zone not null,
    primary key (call_id, dialable)
);
create index call_record_number_newest on call_record_number (company_id, dialable, began_at, call_id);
