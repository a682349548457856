-- A long period is read as whole quarters, months and weeks and the few days left over. grain: W is the week that
-- begins that Monday, Q the quarter that begins that day. report_day has the calls of each day, report_clock those of
-- each hour of the day in whichever grain; both take the place of report_hour. What is read together is written together.
create table report_day (
    company_id   varchar(64) not null,
    direction    varchar(16) not null,
    on_day       date        not null,
    answered     bigint      not null,
    missed       bigint      not null,
    to_voicemail bigint      not null,
    talk_millis  bigint      not null,
    primary key (company_id, direction, on_day)
);
insert into report_day select company_id, direction, on_day, sum(answered), sum(missed), sum(to_voicemail),
    sum(talk_millis) from report_hour group by company_id, direction, on_day order by 3;

create table report_clock (
    company_id   varchar(64) not null,
    grain        varchar(1)  not null,
    on_day       date        not null,
    direction    varchar(16) not null,
    on_hour      int         not null,
    answered     bigint      not null,
    missed       bigint      not null,
    to_voicemail bigint      not null,
    talk_millis  bigint      not null,
    primary key (company_id, grain, on_day, direction, on_hour)
);
insert into report_clock select company_id, 'D', on_day, direction, on_hour, answered, missed, to_voicemail,
    talk_millis from report_hour order by 3;
insert into report_clock select company_id, 'M', cast(date_trunc('month', on_day) as date), direction, on_hour,
    sum(answered), sum(missed), sum(to_voicemail), sum(talk_millis) from report_hour
    group by company_id, cast(date_trunc('month', on_day) as date), direction, on_hour order by 3;
drop table report_hour;

insert into report_clock select company_id, 'W', on_day - cast(extract(isodow from on_day) - 1 as int), direction,
    on_hour, sum(answered), sum(missed), sum(to_voicemail), sum(talk_millis) from report_clock where grain = 'D'
    group by company_id, on_day - cast(extract(isodow from on_day) - 1 as int), direction, on_hour order by 3;
insert into report_clock select company_id, 'Q', cast(date_trunc('quarter', on_day) as date), direction, on_hour,
    sum(answered), sum(missed), sum(to_voicemail), sum(talk_millis) from report_clock where grain = 'M'
    group by company_id, cast(date_trunc('quarter', on_day) as date), direction, on_hour order by 3;

insert into report_wait select company_id, 'W', on_day - cast(extract(isodow from on_day) - 1 as int), queue_id,
    outcome, waited_seconds, sum(calls), sum(talk_millis) from report_wait where grain = 'D'
    group by company_id, on_day - cast(extract(isodow from on_day) - 1 as int), queue_id, outcome, waited_seconds
    order by 3;
insert into report_wait select company_id, 'Q', cast(date_trunc('quarter', on_day) as date), queue_id, outcome,
    waited_seconds, sum(calls), sum(talk_millis) from report_wait where grain = 'M'
    group by company_id, cast(date_trunc('quarter', on_day) as date), queue_id, outcome, waited_seconds order by 3;

insert into report_person select company_id, 'W', on_day - cast(extract(isodow from on_day) - 1 as int), person_id,
    sum(made), sum(answered), sum(missed), sum(elsewhere), sum(not_rung), sum(talk_millis) from report_person
    where grain = 'D'
    group by company_id, on_day - cast(extract(isodow from on_day) - 1 as int), person_id order by 3;
insert into report_person select company_id, 'Q', cast(date_trunc('quarter', on_day) as date), person_id, sum(made),
    sum(answered), sum(missed), sum(elsewhere), sum(not_rung), sum(talk_millis) from report_person where grain = 'M'
    group by company_id, cast(date_trunc('quarter', on_day) as date), person_id order by 3;

insert into report_trunk select company_id, 'W', on_day - cast(extract(isodow from on_day) - 1 as int), trunk_id,
    direction, outcome, sum(calls), sum(talk_millis) from report_trunk where grain = 'D'
    group by company_id, on_day - cast(extract(isodow from on_day) - 1 as int), trunk_id, direction, outcome
    order by 3;
insert into report_trunk select company_id, 'Q', cast(date_trunc('quarter', on_day) as date), trunk_id, direction,
    outcome, sum(calls), sum(talk_millis) from report_trunk where grain = 'M'
    group by company_id, cast(date_trunc('quarter', on_day) as date), trunk_id, direction, outcome order by 3;

insert into report_sound select company_id, 'W', on_day - cast(extract(isodow from on_day) - 1 as int), trunk_id,
    rating, sum(calls) from report_sound where grain = 'D'
    group by company_id, on_day - cast(extract(isodow from on_day) - 1 as int), trunk_id, rating order by 3;
insert into report_sound select company_id, 'Q', cast(date_trunc('quarter', on_day) as date), trunk_id, rating,
    sum(calls) from report_sound where grain = 'M'
    group by company_id, cast(date_trunc('quarter', on_day) as date), trunk_id, rating order by 3;
