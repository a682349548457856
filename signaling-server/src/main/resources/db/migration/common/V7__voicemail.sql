-- Messages that callers left. The sound is a file named after the id.
create table voicemail_message (
    id varchar(80) primary key,
    company_id varchar(64) not null references company (id),
    box_owner varchar(10) not null,
    box_id varchar(64) not null,
    caller_name varchar(200) not null,
    caller_number varchar(64) not null,
    left_at timestamp with time zone not null,
    length_millis integer not null,
    cut_short boolean not null,
    urgent boolean not null,
    heard boolean not null,
    deleted_at timestamp with time zone
);

create index voicemail_message_box on voicemail_message (company_id, box_owner, box_id, left_at);
