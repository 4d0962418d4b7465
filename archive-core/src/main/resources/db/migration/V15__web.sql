-- The district on the web. Times are milliseconds since 1970-01-01T00:00Z, days are days since 1970-01-01 in the agency's zone.

-- Whoever asks for or decides on an account updates this row first: numbers have no gaps, and nobody waits in a circle.
create table web_account_count (
    one integer not null primary key check (one = 1),
    latest ${long} not null
) ${strict};

insert into web_account_count (one, latest) values (1, 0);

-- Requests for accounts and their answers. Rows are only ever added. A name may be asked for again once it was rejected or ended.
create table web_account (
    number ${long} not null primary key,
    name text not null,
    platform text not null,
    address text not null,
    purpose text not null,
    requester text not null,
    requested ${long} not null,
    entered ${long} not null,
    entered_by text not null
) ${strict};

create table web_account_answer (
    account ${long} not null references web_account (number),
    number ${long} not null,
    kind text not null check (kind in ('APPROVED', 'AMENDED', 'REJECTED', 'MORE_ASKED', 'ENDED')),
    words text not null,
    at ${long} not null,
    officer text not null,
    primary key (account, number)
) ${strict};

-- What watched sites and feeds looked like when they were last visited: what need not be read again, and what vanished.
-- source: digest of the source's name. ended is null while a visit is under way or was broken off.
create table web_visit (
    source text not null primary key,
    name text not null,
    begun ${long} not null,
    ended ${long}
) ${strict};

-- page: digest of the address. payload: digest of what stood there. item: id of the version taken in last, or ''. links: one a line.
create table web_page (
    source text not null,
    page text not null,
    address text not null,
    payload text not null,
    item text not null,
    etag text not null,
    modified text not null,
    links text not null,
    first_seen ${long} not null,
    last_seen ${long} not null,
    vanished ${long},
    versions ${long} not null,
    primary key (source, page)
) ${strict};
