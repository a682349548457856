-- Passkeys (WebAuthn level 3). Public keys: nothing in here lets anybody sign in.
create table passkey_owner (
    company_id  varchar(64)  not null references company (id),
    person_id   varchar(64)  not null primary key references person (id) on delete cascade,
    -- What authenticators know the person by (section 4, "user handle"): says nothing of him.
    user_handle varchar(100) not null unique
);

create table passkey (
    -- Base64url of at most 1023 octets (section 4, "credential id").
    credential_id   varchar(1364) not null primary key,
    company_id      varchar(64)   not null references company (id),
    person_id       varchar(64)   not null references person (id) on delete cascade,
    label           varchar(100)  not null,
    public_key      bytea         not null,
    signature_count bigint        not null,
    uv_initialized  boolean       not null,
    transports      varchar(200)  not null,
    backup_eligible boolean       not null,
    backup_state    boolean       not null,
    attestation     bytea         not null,
    client_data     bytea         not null,
    made_at         timestamp with time zone not null,
    used_at         timestamp with time zone
);
create index passkey_by_person on passkey (company_id, person_id);
