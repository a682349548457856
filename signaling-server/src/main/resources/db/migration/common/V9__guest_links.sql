-- Links by which somebody without an account comes to a conference room. The token is signed, and not kept.
create table guest_link (
    id varchar(32) primary key,
    company_id varchar(64) not null references company (id),
    room_id varchar(64) not null,
    created_by varchar(64) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    revoked_at timestamp with time zone
);

create index guest_link_room on guest_link (company_id, room_id, expires_at);
