-- What happens to a request between its receipt and its end, and the letters that were sent for it. Rows are only ever added.
-- Times are milliseconds since 1970-01-01T00:00Z, days are days since 1970-01-01 in the agency's zone.

-- Of a closed request: the first day on which nothing need be kept for a court's review any more.
alter table request_step add column review_ends ${long};

-- outcome and available (minutes since 1970-01-01T00:00 in the agency's zone) only of a determination.
create table request_progress (
    request ${long} not null references records_request (number),
    ordinal integer not null,
    step text not null,
    day ${long} not null,
    outcome text,
    available ${long},
    words text not null,
    at ${long} not null,
    officer text not null,
    primary key (request, ordinal),
    check ((step = 'DETERMINED') = (outcome is not null)),
    check (available is null or outcome is not null)
) ${strict};

-- text: as it was sent; paper: the same as PDF. Digests are SHA-256.
create table request_letter (
    request ${long} not null references records_request (number),
    ordinal integer not null,
    kind text not null,
    subject text not null,
    text text not null,
    text_digest text not null check (length(text_digest) = 64),
    paper ${bytes} not null,
    paper_digest text not null check (length(paper_digest) = 64),
    day ${long} not null,
    at ${long} not null,
    officer text not null,
    primary key (request, ordinal)
) ${strict};
