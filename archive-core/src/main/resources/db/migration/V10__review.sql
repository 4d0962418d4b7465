-- What reviewers decide about items before they are handed out. Times are milliseconds since 1970-01-01T00:00Z. Rows name
-- items without referring to them: an item may be destroyed later, what was decided stays true. No key or index has an
-- unbounded value.

-- Updated first by whoever decides: numbers grow in the order in which decisions are committed.
create table review_count (
    one integer not null primary key check (one = 1),
    coding ${long} not null,
    redaction ${long} not null
) ${strict};

insert into review_count (one, coding, redaction) values (1, 0, 0);

-- Exemptions as they were when somebody relied on them.
create table cited_exemption (
    number ${long} not null primary key,
    digest text not null,
    name text not null,
    section text not null,
    title text not null,
    verified text not null,
    note text not null
) ${strict};

create unique index cited_exemption_digest on cited_exemption (digest);

-- Every decision, in order; of each item in a set the one with the highest number counts. copy_of: the item on which the
-- person decided, when this is an exact copy.
create table coding (
    number ${long} not null primary key,
    review_set text not null,
    item text not null,
    decision text not null,
    note text not null,
    officer text not null,
    at ${long} not null,
    copy_of text
) ${strict};

create index coding_item on coding (review_set, item, number);

create table coding_exemption (
    coding ${long} not null references coding (number),
    ordinal integer not null,
    exemption ${long} not null references cited_exemption (number),
    primary key (coding, ordinal)
) ${strict};

-- key: digest of set, item, part and place, each of which is proposed once. exemption, state, officer and at are those of the
-- last step. measured: digest of the text in which a passage was measured.
create table redaction (
    number ${long} not null primary key,
    key text not null,
    review_set text not null,
    item text not null,
    part text not null,
    place text not null,
    origin text not null,
    measured text not null,
    exemption ${long} not null references cited_exemption (number),
    state text not null check (state in ('SUGGESTED', 'APPLIED', 'REFUSED')),
    officer text,
    at ${long} not null,
    check ((officer is null) = (state = 'SUGGESTED'))
) ${strict};

create unique index redaction_key on redaction (key);
create index redaction_item on redaction (review_set, item, number);
create index redaction_state on redaction (review_set, state, number);

create table redaction_step (
    redaction ${long} not null references redaction (number),
    ordinal integer not null,
    state text not null,
    exemption ${long} not null references cited_exemption (number),
    officer text,
    at ${long} not null,
    primary key (redaction, ordinal)
) ${strict};

-- Exact copies are decided together.
create index item_duplicate on item (duplicate_group);
