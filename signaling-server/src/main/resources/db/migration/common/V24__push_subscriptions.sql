-- Browsers that can be woken by a push message for a call.
create table push_subscription (
    -- SHA-256 of the endpoint: each browser has one.
    endpoint_hash varchar(64) not null,
    company_id varchar(64) not null,
    person_id varchar(64) not null,
    endpoint varchar(1024) not null,
    p256dh varchar(128) not null,
    auth varchar(32) not null,
    language varchar(8) not null,
    added_at timestamp with time zone not null,
    primary key (endpoint_hash)
);

create index push_subscription_person on push_subscription (company_id, person_id);
