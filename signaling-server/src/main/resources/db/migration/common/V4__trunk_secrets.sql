-- The passwords of trunks that register, sealed with a key that is not in the database.
create table trunk_secret (
    company_id varchar(64)   not null references company (id),
    trunk_id   varchar(64)   not null,
    sealed     varchar(2000) not null,
    changed_at timestamp with time zone not null,
    primary key (company_id, trunk_id)
);
