-- Second factors: the secret is sealed with a key that is not in the database, of recovery codes only digests are kept.
create table second_factor (
    company_id   varchar(64)  not null references company (id),
    person_id    varchar(64)  not null primary key references person (id) on delete cascade,
    sealed       varchar(200) not null,
    -- Empty: begun, and not yet proved with a code.
    confirmed_at timestamp with time zone,
    -- The newest step of 30 s whose code was used: each works once (RFC 6238 section 5.2).
    last_step    bigint       not null,
    made_at      timestamp with time zone not null
);

create table recovery_code (
    company_id  varchar(64) not null references company (id),
    person_id   varchar(64) not null references person (id) on delete cascade,
    code_digest varchar(64) not null,
    primary key (person_id, code_digest)
);
