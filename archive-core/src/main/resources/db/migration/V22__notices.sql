-- The letters that told custodians of a hold, as they were sent: what was said is asked for years later. The signed link of
-- each is left out: who reads the catalogue must not be able to acknowledge. way: MAILED through the district's mail server,
-- or COPIED by an officer who sent it otherwise.
create table hold_letter (
    hold ${long} not null,
    custodian text not null,
    ordinal integer not null,
    way text not null,
    subject text not null,
    body text not null,
    primary key (hold, custodian, ordinal),
    foreign key (hold, custodian, ordinal) references hold_notice (hold, custodian, ordinal)
) ${strict};

-- New items on a hold's list, by the day they were listed.
create index hold_item_listed on hold_item (hold, listed);

-- Standing authorities that one officer signed and that wait for another's signature; nothing may be destroyed under them.
-- ended: when the other signed, or the first withdrew it.
create table authority_offer (
    number ${long} not null primary key,
    series text not null,
    officer text not null,
    at ${long} not null,
    ended ${long}
) ${strict};
