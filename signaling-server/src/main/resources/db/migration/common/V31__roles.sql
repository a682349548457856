-- Two roles more. The check of before has a name of its own in each database, so it goes with its column.
alter table person add column held_role varchar(16);
update person set held_role = role;
alter table person alter column held_role set not null;
alter table person drop column role;
alter table person rename column held_role to role;
alter table person add constraint person_role_known check (role in ('EMPLOYEE', 'RECEPTIONIST', 'SUPERVISOR', 'ADMIN', 'PROVIDER'));
