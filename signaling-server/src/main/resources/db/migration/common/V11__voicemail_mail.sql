-- Mails that tell of messages: one for each message and address, until its message is gone for good.
-- due_at is null while the message's caller can still throw it away, and once the mail is sent or
-- given up.
create table voicemail_mail (
    id         varchar(100) not null primary key,
    message_id varchar(80)  not null,
    company_id varchar(64)  not null references company (id),
    address    varchar(254) not null,
    language   varchar(8)   not null,
    attempts   integer      not null,
    due_at     timestamp with time zone,
    sent_at    timestamp with time zone,
    over_at    timestamp with time zone
);
create index voicemail_mail_due on voicemail_mail (due_at);
create index voicemail_mail_message on voicemail_mail (message_id);
create index voicemail_message_unheard on voicemail_message (company_id, box_owner, box_id, heard);
