-- What programs are told of a company, each with a number of its own company's in the order in which it was
-- written; kept for three days, for streams that come back and for webhooks that are tried again.
create table company_event (
    company_id   varchar(64) not null references company (id),
    event_number bigint      not null,
    event_id     varchar(64) not null,
    event_type   varchar(40) not null,
    happened_at  timestamp with time zone not null,
    body         text        not null,
    primary key (company_id, event_number),
    constraint company_event_once unique (company_id, event_id)
);

create index company_event_age on company_event (happened_at);

-- The last number of each company. Whoever adds an event holds its row: numbers are seen in their order.
create table company_event_end (
    company_id   varchar(64) not null primary key references company (id),
    event_number bigint      not null
);

-- Addresses that are told of events. The secret is sealed. failing_since: nothing was delivered since then.
create table webhook (
    id            varchar(32)   not null primary key,
    company_id    varchar(64)   not null references company (id),
    person_id     varchar(64)   not null,
    name          varchar(100)  not null,
    address       varchar(1000) not null,
    event_types   varchar(400)  not null,
    secret        varchar(400)  not null,
    made_at       timestamp with time zone not null,
    failing_since timestamp with time zone,
    disabled_at   timestamp with time zone,
    disabled_why  varchar(20)
);

create index webhook_by_company on webhook (company_id, made_at);

-- The outbox: what is still to be delivered. due_at is also moved while somebody delivers it, so that another
-- takes it if he dies.
create table webhook_delivery (
    webhook_id varchar(32) not null references webhook (id),
    event_id   varchar(64) not null,
    company_id varchar(64) not null references company (id),
    event_type varchar(40) not null,
    body       text        not null,
    created_at timestamp with time zone not null,
    attempts   integer     not null,
    due_at     timestamp with time zone not null,
    primary key (webhook_id, event_id)
);

create index webhook_delivery_due on webhook_delivery (due_at);

-- What became of each try, for the page; kept for three days.
create table webhook_attempt (
    id           varchar(32) not null primary key,
    webhook_id   varchar(32) not null references webhook (id),
    company_id   varchar(64) not null references company (id),
    event_id     varchar(64) not null,
    event_type   varchar(40) not null,
    tried_at     timestamp with time zone not null,
    outcome      varchar(20) not null,
    http_status  integer,
    millis       bigint      not null
);

create index webhook_attempt_by_hook on webhook_attempt (webhook_id, tried_at);
create index webhook_attempt_age on webhook_attempt (tried_at);
