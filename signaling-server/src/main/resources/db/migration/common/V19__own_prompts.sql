-- A company's own prompts; one of the name of a built-in prompt is heard in its place.
create table own_prompt (
    company_id varchar(64) not null,
    name varchar(64) not null,
    file varchar(128) not null,
    millis bigint not null,
    added_by varchar(64) not null,
    added_at timestamp with time zone not null,
    primary key (company_id, name)
);
