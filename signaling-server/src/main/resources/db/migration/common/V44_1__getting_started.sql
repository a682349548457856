-- Companies that are being set up; no row: that was put away, or the company is older than the page. What was
-- skipped are words of steps with blanks between; how far the others are is asked of the company itself.
create table getting_started (
    company_id varchar(64)  not null primary key references company (id),
    skipped    varchar(200) not null
);
