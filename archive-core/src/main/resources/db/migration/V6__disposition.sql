-- Plans of destruction: what is on them, who approved them, what became of each item; and what stopped a run. Times are
-- milliseconds since 1970-01-01T00:00Z, days are days since 1970-01-01 in the agency's zone. No key or index has an
-- unbounded value.

-- Signed by two officers for transitory series. series: names with spaces between.
create table standing_authority (
    number ${long} not null primary key,
    series text not null,
    signed ${long} not null,
    lapses ${long} not null,
    officer text not null,
    second text not null,
    revoked ${long},
    revoked_by text,
    check ((revoked is null) = (revoked_by is null))
) ${strict};

-- A DRAFT is being made, or was left by an interruption. series: '' for all. list: digest of the frozen lines. A plan is
-- approved by a second officer with the board's action, or by a standing authority. cleared: until when the breaker let it run.
create table plan (
    number ${long} not null primary key,
    stage text not null check (stage in ('DRAFT', 'PROPOSED', 'APPROVED', 'CONDEMNED', 'FINISHED')),
    as_of ${long} not null,
    series text not null,
    unattended integer not null check (unattended in (0, 1)),
    officer text not null,
    proposed ${long} not null,
    schedule ${long} not null,
    items ${long} not null,
    class_two ${long} not null,
    list text not null,
    second text,
    meeting ${long},
    reference text,
    standing_authority ${long} references standing_authority (number),
    approved ${long},
    condemned ${long},
    grace_ends ${long},
    cleared ${long},
    finished ${long},
    check ((second is null) = (meeting is null) and (meeting is null) = (reference is null)),
    check (second is null or standing_authority is null),
    check ((approved is null) = (second is null and standing_authority is null))
) ${strict};

create index plan_unfinished on plan (number) where stage <> 'FINISHED';

-- The first nine columns are frozen. DESTROYING: its destruction was begun, its object may be gone. ended, officer, veto and
-- words say when and why a line was closed.
create table plan_line (
    plan ${long} not null references plan (number),
    number ${long} not null,
    item text not null,
    object text not null,
    size ${long} not null,
    series text not null,
    record_class integer not null check (record_class between 2 and 3),
    eligible ${long} not null,
    authority text not null,
    state text not null check (state in ('OPEN', 'DESTROYING', 'DESTROYED', 'WITHDRAWN')),
    ended ${long},
    officer text,
    veto text,
    words text,
    primary key (plan, number),
    check ((ended is null) = (state in ('OPEN', 'DESTROYING'))),
    check ((veto is null) = (state <> 'WITHDRAWN'))
) ${strict};

-- An item is on one open plan at a time.
create unique index plan_line_open on plan_line (item) where state in ('OPEN', 'DESTROYING');
create index plan_line_to_do on plan_line (plan, number) where state in ('OPEN', 'DESTROYING');
create index plan_line_item on plan_line (item);

-- What was due when a plan was made and is kept; of unattended plans only the latest has rows here.
create table plan_refusal (
    plan ${long} not null references plan (number),
    item text not null,
    veto text not null,
    words text not null,
    primary key (plan, item)
) ${strict};

create table plan_refusal_count (
    plan ${long} not null references plan (number),
    veto text not null,
    items ${long} not null,
    primary key (plan, veto)
) ${strict};

-- Runs that the breaker stopped, and who let them go on, once.
create table breaker_stop (
    number ${long} not null primary key,
    run text not null,
    words text not null,
    items ${long} not null,
    stopped ${long} not null,
    officer text,
    reason text,
    overridden ${long},
    used ${long},
    check ((officer is null) = (reason is null) and (reason is null) = (overridden is null)),
    check (used is null or overridden is not null)
) ${strict};

create index breaker_stop_run on breaker_stop (run, number);

-- How much was removed on a day, from the archive or from mailboxes. custodian: '' for all together, where an item of two
-- custodians counts once.
create table removal (
    clock text not null,
    day ${long} not null,
    custodian text not null,
    items ${long} not null,
    primary key (clock, day, custodian)
) ${strict};
