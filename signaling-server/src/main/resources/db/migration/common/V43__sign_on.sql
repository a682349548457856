-- A company's own log-in by OpenID Connect. The secret of the client is sealed.
create table sign_on (
    company_id    varchar(64)   not null primary key references company (id),
    label         varchar(60)   not null,
    issuer        varchar(1000) not null,
    client_id     varchar(300)  not null,
    client_secret varchar(1000) not null,
    claim         varchar(20)   not null
);
