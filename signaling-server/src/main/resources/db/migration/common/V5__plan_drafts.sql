-- The one draft of a company; and of a published version who made it, and which older one it brings back.
create table plan_draft (
    company_id varchar(64) not null primary key references company (id),
    revision   varchar(64) not null,
    based_on   bigint      not null,
    changed_at timestamp with time zone not null,
    changed_by varchar(64) not null,
    body       text        not null
);
alter table company_plan add column published_by varchar(64);
alter table company_plan add column restores bigint;
