-- Searches that people kept, and how items are counted by what they are. Times are milliseconds since 1970-01-01T00:00Z.

create table saved_search_count (
    one integer not null primary key check (one = 1),
    last ${long} not null
) ${strict};

insert into saved_search_count (one, last) values (1, 0);

-- owner has at most 320 characters, name at most 100.
create table saved_search (
    number ${long} not null primary key,
    owner text not null,
    name text not null,
    query text not null,
    shared integer not null check (shared in (0, 1)),
    saved_at ${long} not null
) ${strict};

create unique index saved_search_name on saved_search (owner, name);

create index classification_series on classification (record_class, series, item);
