-- How long the district keeps what, and what that means for each item. Days are days since 1970-01-01 in the agency's zone,
-- times milliseconds since 1970-01-01T00:00Z. No key or index has an unbounded value.

-- officer and second are null for the schedule that came with the product and that nobody adopted yet.
create table schedule_version (
    version ${long} not null primary key,
    name text not null,
    digest text not null,
    yaml text not null,
    effective ${long} not null,
    officer text,
    second text,
    recorded_at ${long} not null,
    check ((officer is null) = (second is null))
) ${strict};

-- One row: how often what items are held against has changed, the number up to which every item was brought, how often an item
-- was written at a lower number or set back, and which schedule was in force (0: none). Updating it is what makes writers of
-- classifications take turns.
create table evaluation (
    one integer not null primary key check (one = 1),
    number ${long} not null,
    settled ${long} not null,
    late ${long} not null,
    schedule ${long} not null
) ${strict};

insert into evaluation (one, number, settled, late, schedule) values (1, 0, 0, 0, 0);

-- What changed, so that only items it can touch are read again. subject: a version, an event, a school year, a footer's digest.
create table evaluation_change (
    number ${long} not null primary key,
    kind text not null,
    subject text not null
) ${strict};

-- What each item is, and why. evaluation: the number it was classified at; 0 when something about the item changed since.
create table classification (
    item text not null primary key references item (id),
    evaluation ${long} not null,
    record_class integer not null check (record_class between 1 and 3),
    series text not null,
    basis text not null,
    reason text not null,
    authority text not null,
    origin ${long},
    eligible ${long},
    waits integer not null check (waits = 0 or eligible is null),
    why text not null,
    at_most ${long}
) ${strict};

create index classification_due on classification (eligible, item, series, record_class, origin)
    where eligible is not null;

create table recorded_event (
    number ${long} not null primary key,
    kind text not null,
    happened ${long} not null,
    school_year integer,
    query text,
    officer text not null,
    recorded_at ${long} not null,
    check ((school_year is null) <> (query is null))
) ${strict};

-- Every declaration about an item, in order: the latest confirmed one counts, and a later one that protects more.
create table declaration (
    item text not null references item (id),
    number ${long} not null,
    record_class integer not null check (record_class between 1 and 3),
    series text not null,
    reason text not null,
    officer text not null,
    declared_at ${long} not null,
    second text,
    confirmed_at ${long},
    primary key (item, number),
    check ((second is null) = (confirmed_at is null))
) ${strict};

create index declaration_pending on declaration (declared_at, item) where second is null;

-- Superintendent and board agreed on Class 2 for what is pending of a school year (5 CCR 16024). ended: the lapse was noted.
create table review_agreement (
    school_year integer not null primary key,
    superintendent text not null,
    board_action text not null,
    agreed ${long} not null,
    lapses ${long} not null,
    recorded_at ${long} not null,
    ended integer not null check (ended in (0, 1))
) ${strict};

-- Paragraphs that stand under many people's mail and are no words of theirs; known from that evaluation on.
create table footer (
    fingerprint ${long} not null primary key,
    words text not null,
    evaluation ${long} not null
) ${strict};

-- The catalogue's revision when a run began: what only this run took in has a later one.
create table run_start (
    run text not null primary key references run (id),
    revision ${long} not null
) ${strict};
