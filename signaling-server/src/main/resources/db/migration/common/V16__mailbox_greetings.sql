-- The greetings that mailboxes have themselves. The sound is a file named after it.
create table voicemail_greeting (
    company_id varchar(64) not null references company (id),
    box_owner varchar(10) not null,
    box_id varchar(64) not null,
    kind varchar(10) not null,
    sound varchar(80) not null,
    length_millis integer not null,
    recorded_at timestamp with time zone not null,
    primary key (company_id, box_owner, box_id, kind)
);

-- The last day of an absence, where the company is.
create table voicemail_absence (
    company_id varchar(64) not null references company (id),
    box_owner varchar(10) not null,
    box_id varchar(64) not null,
    until_day date not null,
    primary key (company_id, box_owner, box_id)
);

-- How large the sound of a message is; 0: not looked at yet.
alter table voicemail_message add column sound_bytes bigint default 0 not null;
create index voicemail_message_left on voicemail_message (company_id, left_at);
