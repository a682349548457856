-- Whom a call that is over concerned: who called, took it, was rung, or should have been.
create table call_record_person (
    call_id     varchar(64) not null references call_record (call_id),
    person_id   varchar(64) not null,
    company_id  varchar(64) not null,
    began_at    timestamp with time zone not null,
    part        varchar(16) not null,
    talk_millis bigint      not null,
    primary key (call_id, person_id)
);
create index call_record_person_newest on call_record_person (company_id, person_id, began_at, call_id);

-- The calls before this table was, as far as their records tell.
insert into call_record_person (call_id, person_id, company_id, began_at, part, talk_millis)
select r.call_id, r.caller_person, r.company_id, r.began_at, 'CALLED', r.talk_millis
from call_record r where r.caller_person is not null;

insert into call_record_person (call_id, person_id, company_id, began_at, part, talk_millis)
select r.call_id, l.person_id, r.company_id, r.began_at,
    case max(case when l.answered_at is not null then 3 when l.rang_at is not null then 2 else 1 end)
        when 3 then 'TOOK' when 2 then 'RANG' else 'NOT_RUNG' end,
    case when max(case when l.answered_at is not null then 1 else 0 end) = 1 then r.talk_millis else 0 end
from call_record r join call_record_leg l on l.call_id = r.call_id
where l.person_id is not null and (r.caller_person is null or l.person_id <> r.caller_person)
group by r.call_id, l.person_id, r.company_id, r.began_at, r.talk_millis;

-- What each second of a call sounded like: a row for each leg and minute. No part of the log, and forgotten after a while.
create table call_facts (
    call_id    varchar(64) not null,
    leg_id     varchar(64) not null,
    began_at   timestamp with time zone not null,
    company_id varchar(64) not null,
    body       text        not null,
    primary key (call_id, leg_id, began_at)
);
create index call_facts_age on call_facts (began_at);
