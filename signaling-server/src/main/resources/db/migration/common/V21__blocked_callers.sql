-- Whom a person has blocked, beside his other rules and with the same revisions; null: nobody.
alter table own_reach add column blocked text;
