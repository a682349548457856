-- When a mail server took the mail with the link; null: it was handed over otherwise, or not at all.
alter table invitation add column mailed_at timestamp with time zone;
