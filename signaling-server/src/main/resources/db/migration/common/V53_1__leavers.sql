-- After how many days people who have left are shown as pseudonyms; null: never.
alter table company add column leaver_days int;

-- Who is shown so, and how. The names themselves are nowhere any more but in the audit log.
create table former_person (
    company_id varchar(64)  not null,
    person_id  varchar(64)  not null,
    pseudonym  varchar(100) not null,
    renamed_at timestamp with time zone not null,
    primary key (company_id, person_id)
);
