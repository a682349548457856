-- Links by which somebody who has forgotten his password chooses another. Only a digest of the link's secret is kept.
create table password_reset (
    company_id    varchar(64) not null references company (id),
    person_id     varchar(64) not null primary key references person (id) on delete cascade,
    secret_digest varchar(64) not null unique,
    expires_at    timestamp with time zone not null
);
