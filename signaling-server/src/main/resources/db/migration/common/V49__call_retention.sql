-- For how many days a company keeps its calls; null: for ever.
alter table company add column call_days int;
create index voicemail_message_caller on voicemail_message (company_id, caller_number);
