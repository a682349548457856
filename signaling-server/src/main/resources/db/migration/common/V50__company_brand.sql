-- By which address people reach a company's log-in page, and what it looks like. host and path_name are lower case;
-- logo is a PNG image in base64.
create table company_brand (
    company_id varchar(64)  not null primary key references company (id),
    host       varchar(253),
    path_name  varchar(40),
    logo       text,
    constraint company_brand_host unique (host),
    constraint company_brand_path unique (path_name)
);
