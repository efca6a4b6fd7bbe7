-- Sheets with their issues, evidence and replies. `status` is null until an issue was worked on.
create table if not exists sheets (
    id text primary key,
    language text not null,
    created text not null,
    stage text not null,
    failure text not null default ''
);
create table if not exists issues (
    sheet text not null references sheets (id) on delete cascade,
    position integer not null,
    key text not null,
    number text not null,
    letter text not null,
    text text not null,
    heading text not null,
    lead text not null,
    status text,
    primary key (sheet, position),
    unique (sheet, key)
);
create table if not exists evidence (
    sheet text not null,
    position integer not null,
    place integer not null,
    record text not null,
    primary key (sheet, position, place),
    foreign key (sheet, position) references issues (sheet, position) on delete cascade
);
create table if not exists replies (
    sheet text not null,
    position integer not null,
    text text not null,
    primary key (sheet, position),
    foreign key (sheet, position) references issues (sheet, position) on delete cascade
);
