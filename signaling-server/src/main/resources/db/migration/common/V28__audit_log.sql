-- Who changed what, when and from where. Only ever added to: each entry's hash covers the entry and the
-- hash of the one before it in its company, so that a row that was changed or taken out is found.
create table audit_entry (
    company_id    varchar(64)  not null references company (id),
    entry_number  bigint       not null,
    happened_at   timestamp with time zone not null,
    actor_id      varchar(64)  not null,
    actor_name    varchar(200) not null,
    actor_token   varchar(100) not null,
    actor_address varchar(64)  not null,
    action        varchar(40)  not null,
    subject       varchar(300) not null,
    changes       text         not null,
    entry_hash    varchar(64)  not null,
    primary key (company_id, entry_number)
);

create index audit_entry_time on audit_entry (company_id, happened_at);

-- The end of each company's chain: without it, nobody would miss the newest rows.
create table audit_end (
    company_id   varchar(64) not null primary key references company (id),
    entry_number bigint      not null,
    entry_hash   varchar(64) not null
);

insert into audit_end (company_id, entry_number, entry_hash) select id, 0, '' from company;
