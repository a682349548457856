-- What the reports show, added up call by call as records are made. A day and its hours are those of the
-- company's clock. grain: D is one day, M the month that begins that day.
create table report_hour (
    company_id   varchar(64) not null,
    direction    varchar(16) not null,
    on_day       date        not null,
    on_hour      int         not null,
    answered     bigint      not null,
    missed       bigint      not null,
    to_voicemail bigint      not null,
    talk_millis  bigint      not null,
    primary key (company_id, direction, on_day, on_hour)
);

-- How many waited for so long: in a queue, or, where queue_id is empty, after calling from outside.
create table report_wait (
    company_id     varchar(64) not null,
    grain          varchar(1)  not null,
    on_day         date        not null,
    queue_id       varchar(64) not null,
    outcome        varchar(16) not null,
    waited_seconds int         not null,
    calls          bigint      not null,
    talk_millis    bigint      not null,
    primary key (company_id, grain, on_day, queue_id, outcome, waited_seconds)
);

create table report_person (
    company_id  varchar(64) not null,
    grain       varchar(1)  not null,
    on_day      date        not null,
    person_id   varchar(64) not null,
    made        bigint      not null,
    answered    bigint      not null,
    missed      bigint      not null,
    elsewhere   bigint      not null,
    not_rung    bigint      not null,
    talk_millis bigint      not null,
    primary key (company_id, grain, on_day, person_id)
);

create table report_trunk (
    company_id  varchar(64) not null,
    grain       varchar(1)  not null,
    on_day      date        not null,
    trunk_id    varchar(64) not null,
    direction   varchar(16) not null,
    outcome     varchar(32) not null,
    calls       bigint      not null,
    talk_millis bigint      not null,
    primary key (company_id, grain, on_day, trunk_id, direction, outcome)
);

create table report_sound (
    company_id varchar(64) not null,
    grain      varchar(1)  not null,
    on_day     date        not null,
    trunk_id   varchar(64) not null,
    rating     varchar(16) not null,
    calls      bigint      not null,
    primary key (company_id, grain, on_day, trunk_id, rating)
);

-- Legs on trunks that have talked: what they sounded like is known a little after their end.
create table report_sound_due (
    call_id    varchar(64) not null,
    leg_id     varchar(64) not null,
    company_id varchar(64) not null,
    trunk_id   varchar(64) not null,
    on_day     date        not null,
    ended_at   timestamp with time zone not null,
    primary key (call_id, leg_id)
);
create index report_sound_due_oldest on report_sound_due (company_id, ended_at);

-- Each call is counted once. The calls before these tables were are counted from their logs after the start.
alter table call_record add column counted boolean default false not null;
update call_log set recorded_at = null where recorded_at is not null;
