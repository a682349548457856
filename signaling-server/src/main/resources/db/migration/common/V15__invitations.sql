-- Links by which people choose their password. Only a digest of the link's secret is kept.
create table invitation (
    person_id varchar(64) primary key references person (id),
    secret_digest varchar(64) not null unique,
    expires_at timestamp with time zone not null
);
