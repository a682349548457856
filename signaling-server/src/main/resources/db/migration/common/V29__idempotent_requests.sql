-- Requests that were sent with an Idempotency-Key, and what was answered: kept for a day, the answer
-- sealed, since it may hold a secret that is shown once. Without a status: it is being done, or the server
-- ended before it was.
create table idempotent_request (
    client         varchar(100) not null,
    key_digest     varchar(64)  not null,
    company_id     varchar(64)  not null references company (id),
    request_digest varchar(64)  not null,
    begun_at       timestamp with time zone not null,
    status         integer,
    answer         text,
    primary key (client, key_digest)
);

create index idempotent_request_age on idempotent_request (begun_at);
