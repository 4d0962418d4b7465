-- Files that many items came out of and that are kept beside them, in parts of at most 1 GiB, each an object. Times are
-- milliseconds since 1970-01-01T00:00Z. begun: its destruction was noted to begin, with which plan; ended: it was
-- destroyed.
create table container (
    number ${long} not null primary key,
    digest text not null check (length(digest) = 64),
    size ${long} not null,
    format text not null,
    source text not null,
    place text not null,
    run text not null,
    kept ${long} not null,
    begun ${long},
    ended ${long},
    plan text,
    check ((begun is null) = (plan is null)),
    check (ended is null or begun is not null)
) ${strict};

-- The same bytes may be kept again after they were destroyed, never twice at a time.
create unique index container_digest on container (digest) where ended is null;
create index container_begun on container (begun) where begun is not null and ended is null;

-- How many containers there ever were: whoever adds one updates this row first.
create table container_count (
    one integer not null primary key check (one = 1),
    number ${long} not null
) ${strict};

insert into container_count (one, number) values (1, 0);

create table container_part (
    container ${long} not null references container (number),
    ordinal ${long} not null,
    object text not null,
    size ${long} not null,
    primary key (container, ordinal)
) ${strict};

create index container_part_object on container_part (object);

-- Which items came out of it; where in it, their collections say. A row stays when its item is destroyed.
create table container_item (
    container ${long} not null references container (number),
    item text not null,
    primary key (container, item)
) ${strict};

create index container_item_item on container_item (item);
