-- API keys. `digest` is the SHA-256 of the secret, which is kept nowhere. Times are UTC, ISO 8601.
create table if not exists keys (
    id text primary key,
    name text not null,
    digest blob not null,
    scopes text not null,
    rate integer,
    created text not null,
    expires text,
    withdrawn text
);
create unique index if not exists names_in_use on keys (name) where withdrawn is null;
