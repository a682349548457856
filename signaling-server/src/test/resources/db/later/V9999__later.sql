update person set display_name = company_id || ', renamed';

create table later (company_id varchar(64) not null references company (id), remark text not null);
insert into later (company_id, remark) select id, 'of ' || id from company;
