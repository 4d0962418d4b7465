-- Productions, their Bates numbers, and what they said of each item. Times are milliseconds since 1970-01-01T00:00Z. Values in
-- keys and indexes are bounded: a prefix has at most 20 characters.

-- What was asked for stands in the first columns and never changes. What was built stands from last on, and never
-- changes once it is there. reserved: its first number, kept when it is abandoned; stamping: pages may be stamped up to it.
create table production (
    number ${long} not null primary key,
    about text not null,
    format text not null check (format in ('PDF', 'COURT', 'BAG')),
    prefix text not null check (length(prefix) between 1 and 20),
    query text not null,
    officer text not null,
    ordered ${long} not null,
    replaces ${long} references production (number),
    stage text not null check (stage in ('DRAFT', 'BUILT', 'CHECKED', 'RELEASED', 'ABANDONED')),
    reserved ${long},
    stamping ${long},
    last ${long},
    documents ${long},
    items ${long},
    file text,
    manifest text,
    time_stamp text,
    built ${long},
    second text,
    checked ${long},
    released_by text,
    released ${long},
    abandoned_by text,
    abandoned ${long},
    reason text,
    check (stage <> 'DRAFT' or built is null),
    check (stage not in ('BUILT', 'CHECKED', 'RELEASED') or built is not null),
    check ((built is null) = (last is null)),
    check ((built is null) = (file is null)),
    check ((second is null) = (checked is null)),
    check ((released is null) = (released_by is null)),
    check ((abandoned is null) = (stage <> 'ABANDONED'))
) ${strict};

-- How many productions were ever drafted: whoever drafts one updates this row first.
create table production_count (
    one integer not null primary key check (one = 1),
    drafted ${long} not null
) ${strict};

insert into production_count (one, drafted) values (1, 0);

-- The next free number of each prefix; it only grows. holder: the draft that is being numbered, from that number on. This row
-- is updated first, so two drafts wait for one another.
create table bates (
    prefix text not null primary key check (length(prefix) between 1 and 20),
    next ${long} not null,
    holder ${long} references production (number)
) ${strict};

-- Numbers within a built production that stand on no page.
create table production_free (
    production ${long} not null references production (number),
    first ${long} not null,
    last ${long} not null,
    primary key (production, first)
) ${strict};

create table production_item (
    production ${long} not null references production (number),
    ordinal ${long} not null,
    item text not null,
    disclosure text not null check (disclosure in ('WHOLE', 'REDACTED', 'WITHHELD')),
    redactions text not null,
    first ${long} not null,
    last ${long} not null,
    primary key (production, ordinal)
) ${strict};

create index production_item_item on production_item (item, production);
