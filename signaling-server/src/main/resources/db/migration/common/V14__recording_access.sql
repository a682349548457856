-- Who heard, downloaded, deleted or restored which recording. Kept when the recording is gone.
create table recording_access (
    id bigint generated always as identity primary key,
    company_id varchar(64) not null references company (id),
    recording_id varchar(80) not null,
    person_id varchar(64) not null,
    what varchar(10) not null,
    happened_at timestamp with time zone not null
);

create index recording_access_recording on recording_access (company_id, recording_id, happened_at);
