-- The key of each company's recordings, messages and greetings, sealed. Without its row they are
-- gone, which is how a company's sounds are erased from wherever copies of the files may lie.
create table sound_key (
    company_id varchar(64)  not null primary key references company (id),
    sealed     varchar(400) not null
);
