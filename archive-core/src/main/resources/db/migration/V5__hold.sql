-- Matters and legal holds. Nothing here is ever updated or deleted but the one row of standing_epoch: where a hold stands is
-- read from its changes. Times are milliseconds since 1970-01-01T00:00Z, days are days since 1970-01-01.

-- Whoever places a hold or destroys updates this row first, so they wait for one another. The epoch grows with every change
-- of what is held.
create table standing_epoch (
    one integer not null primary key check (one = 1),
    epoch ${long} not null
) ${strict};

insert into standing_epoch (one, epoch) values (1, 0);

create table matter (
    number ${long} not null primary key,
    title text not null,
    opened ${long} not null,
    opened_by text not null
) ${strict};

-- Days and query are read in the zone the hold was placed in, whatever the settings say later. No query is ''.
create table legal_hold (
    number ${long} not null primary key,
    matter ${long} not null references matter (number),
    kind text not null,
    first_day ${long},
    last_day ${long},
    query text not null,
    zone text not null,
    placed ${long} not null,
    placed_by text not null
) ${strict};

create table hold_custodian (
    hold ${long} not null references legal_hold (number),
    custodian text not null,
    primary key (hold, custodian)
) ${strict};

-- Steps of a release, in order: REQUESTED, then APPROVED with the first day on which the hold no longer binds.
create table hold_change (
    hold ${long} not null references legal_hold (number),
    ordinal integer not null,
    step text not null,
    at ${long} not null,
    officer text not null,
    reason text not null,
    ends ${long},
    primary key (hold, ordinal)
) ${strict};

-- What a hold was seen to catch, for reading only: the scope decides. Items may be gone when their last hold has ended.
create table hold_item (
    hold ${long} not null references legal_hold (number),
    item text not null,
    listed ${long} not null,
    primary key (hold, item)
) ${strict};

create index hold_item_item on hold_item (item);

create table hold_notice (
    hold ${long} not null references legal_hold (number),
    custodian text not null,
    ordinal integer not null,
    step text not null,
    at ${long} not null,
    officer text not null,
    primary key (hold, custodian, ordinal)
) ${strict};
