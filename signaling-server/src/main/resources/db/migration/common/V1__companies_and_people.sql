-- Companies, their people and their published plans. For both databases: text for JSON, lower-cased
-- names in a column of their own, no partial or expression index.
create table company (
    id         varchar(64)  not null primary key,
    name       varchar(200) not null,
    created_at timestamp with time zone not null
);

create table person (
    id            varchar(64)  not null primary key,
    company_id    varchar(64)  not null references company (id),
    user_name     varchar(64)  not null,
    user_name_low varchar(64)  not null,
    display_name  varchar(200) not null,
    password_hash varchar(300) not null,
    role          varchar(16)  not null check (role in ('EMPLOYEE', 'ADMIN', 'PROVIDER')),
    created_at    timestamp with time zone not null,
    constraint person_user_name_unique unique (user_name_low)
);
create index person_by_company on person (company_id);

create table company_plan (
    company_id   varchar(64) not null references company (id),
    version      bigint      not null,
    published_at timestamp with time zone not null,
    body         text        not null,
    primary key (company_id, version)
);
