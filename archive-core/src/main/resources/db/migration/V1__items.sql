-- Items and where they were collected. Times are milliseconds since 1970-01-01T00:00Z. People, threading, attachments and
-- coverage are JSON, bounded for showing: the object holds all of it. No key or index has an unbounded value.

create table catalogue_revision (
    one integer not null primary key check (one = 1),
    revision ${long} not null
) ${strict};

insert into catalogue_revision (one, revision) values (1, 0);

-- The id is the start of the digest, so two objects with one id cannot both be registered.
create table item (
    id text not null primary key,
    digest text not null,
    size ${long} not null,
    kind text not null,
    sent ${long},
    sent_text text not null,
    received ${long},
    received_source text not null,
    subject text not null,
    people text not null,
    threading text not null,
    attachments text not null,
    coverage text not null,
    extent text not null,
    duplicate_group text not null,
    thread text not null,
    revision ${long} not null
) ${strict};

create unique index item_revision on item (revision);
create index item_thread on item (thread);
create index item_exception on item (revision) where extent <> 'FULLY';

-- The key is SHA-256 over item, custodian, source and place.
create table collection (
    item text not null references item (id),
    key ${bytes} not null,
    custodian text not null,
    source text not null,
    place text not null,
    folder text not null,
    flags text not null,
    collected_at ${long} not null,
    run text not null,
    primary key (item, key)
) ${strict};

-- Every message id and conversation seen, and the connected set it belongs to: the smallest key of that set.
create table thread_key (
    key text not null primary key,
    thread text not null
) ${strict};

create index thread_key_thread on thread_key (thread);

create table run (
    id text not null primary key,
    source text not null,
    source_key text not null,
    custodian text not null,
    type text not null,
    state text not null,
    started ${long} not null,
    ended ${long},
    millis ${long} not null,
    read_count ${long} not null,
    stored_count ${long} not null,
    duplicate_count ${long} not null,
    unreadable_count ${long} not null,
    rejected_count ${long} not null,
    byte_count ${long} not null
) ${strict};

create index run_source_key on run (source_key);

create table rejection (
    run text not null references run (id),
    ordinal ${long} not null,
    place text not null,
    reason text not null,
    primary key (run, ordinal)
) ${strict};
