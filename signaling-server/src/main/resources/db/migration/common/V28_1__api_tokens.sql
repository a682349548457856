-- Tokens with which programs use the REST interface, in the name of the admin who made them. The token
-- itself is not kept, only its digest. A token outlives its person's row, and is good for nothing then.
create table api_token (
    id           varchar(32)   not null primary key,
    company_id   varchar(64)   not null references company (id),
    person_id    varchar(64)   not null,
    name         varchar(100)  not null,
    digest       varchar(64)   not null,
    prefix       varchar(16)   not null,
    scopes       varchar(1000) not null,
    made_at      timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    last_used_at timestamp with time zone,
    revoked_at   timestamp with time zone,
    constraint api_token_digest_unique unique (digest)
);

create index api_token_by_company on api_token (company_id, made_at);
