-- For how many days a company keeps its audit log; null: for good.
alter table company add column audit_days int;

-- Where a company's chain begins since its oldest entries went: number, hash and moment of the last one that went.
-- sealed: the three, so that only this server can move the beginning.
create table audit_start (
    company_id   varchar(64)  not null primary key references company (id),
    entry_number bigint       not null,
    entry_hash   varchar(64)  not null,
    happened_at  timestamp with time zone not null,
    sealed       varchar(400) not null
);
