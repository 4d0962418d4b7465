-- Which version of its key is the object, for object stores that keep every write as a further version.
-- version is null from the claim, before the write, until the written version was read back and settled.
create table object_version (
    digest text not null primary key,
    size ${long} not null,
    version text
) ${strict};

create index object_version_unsettled on object_version (digest) where version is null;
