-- What is left of a destroyed item: that it was there, and on which list it was destroyed. Nothing of its content. The
-- same bytes may be collected again, and be destroyed again. Revisions are the catalogue's, shared with items.
create table tombstone (
    revision ${long} not null primary key,
    item text not null,
    object text not null,
    size ${long} not null,
    series text not null,
    plan text not null,
    destroyed ${long} not null
) ${strict};

create index tombstone_item on tombstone (item, revision);
