-- What calls to outside cost, in millionths of one currency, and what companies may spend in a day.
create table price_list (
    id          int        not null primary key,
    currency    varchar(3) not null,
    usual_price bigint     not null,
    daily_limit bigint     not null
);

-- A minute to numbers that begin so (E.164 without "+"); the longest beginning counts. Others: the usual price.
create table call_price (
    prefix     varchar(15) not null primary key,
    per_minute bigint      not null
);

-- To begin with: North America and Europe cost little, all else much, and 50 a day is enough.
insert into price_list (id, currency, usual_price, daily_limit) values (1, 'EUR', 500000, 50000000);
insert into call_price (prefix, per_minute) values ('1', 50000);
insert into call_price (prefix, per_minute) values ('3', 50000);
insert into call_price (prefix, per_minute) values ('4', 50000);

-- What just this company may spend in a day.
create table spending_limit (
    company_id varchar(64) not null primary key references company (id),
    daily      bigint      not null
);

-- What a company spent in a day of its own clock.
create table spending_day (
    company_id varchar(64) not null,
    on_day     date        not null,
    spent      bigint      not null,
    primary key (company_id, on_day)
);
