-- Each person's own rules for how he is reached. Rows are only added: a call that began under older ones is told by those.
create table own_reach (
    company_id varchar(64) not null,
    revision bigint not null,
    person_id varchar(64) not null,
    changed_at timestamp with time zone not null,
    -- What he set; null: from now on what the company's plan says.
    body text,
    primary key (company_id, revision)
);

alter table call_log add column personal_version bigint default 0 not null;
