-- The PIN by which a person hears his messages from any phone, hashed as passwords are.
create table voicemail_pin (
    person_id  varchar(64)  not null primary key references person (id),
    company_id varchar(64)  not null references company (id),
    pin_hash   varchar(300) not null,
    set_at     timestamp with time zone not null
);
