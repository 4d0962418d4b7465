-- Requests for records (Gov. Code 7922.535). Rows are only ever added, but the one that counts: where a request stands is read
-- from its steps. Times are milliseconds since 1970-01-01T00:00Z, days are days since 1970-01-01 in the agency's zone.

-- Whoever opens a request updates this row first: numbers have no gaps, and nobody waits in a circle.
create table request_count (
    one integer not null primary key check (one = 1),
    latest ${long} not null
) ${strict};

insert into request_count (one, latest) values (1, 0);

-- hold: the one that keeps what is asked for, such as H3. Days and query are read in the zone the request was opened in. No
-- query is ''.
create table records_request (
    number ${long} not null primary key,
    requester text not null,
    received ${long} not null,
    summary text not null,
    first_day ${long},
    last_day ${long},
    query text not null,
    zone text not null,
    hold text not null,
    opened ${long} not null,
    opened_by text not null
) ${strict};

create table request_custodian (
    request ${long} not null references records_request (number),
    custodian text not null,
    primary key (request, custodian)
) ${strict};

-- Steps after opening, at most one of each: EXTENDED with ground and last day, CLOSED. words: the reason, or the outcome.
create table request_step (
    request ${long} not null references records_request (number),
    step text not null check (step in ('EXTENDED', 'CLOSED')),
    ground text,
    until ${long},
    words text not null,
    at ${long} not null,
    officer text not null,
    primary key (request, step),
    check ((step = 'EXTENDED') = (ground is not null) and (ground is null) = (until is null))
) ${strict};
