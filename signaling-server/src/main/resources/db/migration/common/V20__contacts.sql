-- Each person's own address book; his alone.
create table contact (
    company_id varchar(64) not null,
    person_id varchar(64) not null,
    id varchar(64) not null,
    name text not null,
    employer text not null,
    note text not null,
    -- JSON: [{"label", "number"}]
    numbers text not null,
    -- Null: it is there. Else it can be taken back for a while.
    deleted_at timestamp with time zone,
    primary key (company_id, person_id, id)
);
