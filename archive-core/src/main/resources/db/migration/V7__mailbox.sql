-- Mailboxes that the purge may touch, its runs, and each message it proposed to remove. Times are milliseconds since
-- 1970-01-01T00:00Z. Rows name items without referring to them: an item may be destroyed later, the removal stays true.

-- The key is SHA-256 over path. keep is an ISO 8601 period longer than the schedule's, or empty.
create table mailbox (
    id ${long} not null primary key,
    key text not null,
    path text not null,
    custodian text not null,
    source text not null,
    keep text not null,
    added ${long} not null
) ${strict};

create unique index mailbox_key on mailbox (key);

-- state: JUDGING, REMOVING, DONE, STOPPED. until: receipt up to which messages were old enough, inclusive.
create table mailbox_run (
    id text not null primary key,
    mailbox ${long} not null references mailbox (id),
    state text not null,
    started ${long} not null,
    ended ${long},
    until ${long} not null,
    listed ${long} not null,
    boxed ${long} not null,
    proposed ${long} not null,
    stopped text not null
) ${strict};

create index mailbox_run_mailbox on mailbox_run (mailbox, id);

-- state: PROPOSED, INTENDED (committed before the message is removed), REMOVED, KEPT. reason: why kept, or empty.
create table mailbox_removal (
    run text not null references mailbox_run (id),
    ordinal ${long} not null,
    place text not null,
    item text not null,
    size ${long} not null,
    state text not null,
    reason text not null,
    at ${long} not null,
    primary key (run, ordinal)
) ${strict};

create index mailbox_removal_state on mailbox_removal (run, state, ordinal);

-- Why the other messages were kept. places: a few of them, a JSON list.
create table mailbox_kept (
    run text not null references mailbox_run (id),
    reason text not null,
    messages ${long} not null,
    places text not null,
    primary key (run, reason)
) ${strict};

-- A night's work: what each step found, so that the report of a resumed night has all of it. day: epoch day.
create table night (
    day ${long} not null,
    attempt ${long} not null,
    started ${long} not null,
    ended ${long},
    primary key (day, attempt)
) ${strict};

create table night_step (
    day ${long} not null,
    attempt ${long} not null,
    ordinal ${long} not null,
    name text not null,
    outcome text not null,
    words text not null,
    millis ${long} not null,
    facts text not null,
    primary key (day, attempt, ordinal),
    foreign key (day, attempt) references night (day, attempt)
) ${strict};

-- The latest run of a source.
create index run_source on run (substr(source, 1, 200), id);
