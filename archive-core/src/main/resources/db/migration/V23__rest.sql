-- The key of each encrypted object, itself encrypted by a master key that is not here. Gone with the object, and then
-- nobody can read what may be left of its bytes. stored is the SHA-256 of the encrypted bytes, their name in the store.
create table object_key (
    object text not null primary key,
    stored text not null,
    size ${long} not null,
    master text not null,
    wrapped ${bytes} not null
) ${strict};

create index object_key_master on object_key (master, object);

-- Answers to requests that change something, by the caller's key, so that one sent twice does its deed once. No content:
-- where to find what was made. answer is null while the first is being carried out.
create table idempotency (
    key ${bytes} not null primary key,
    body ${bytes} not null,
    begun ${long} not null,
    status ${long},
    location text,
    etag text,
    answer text
) ${strict};

create index idempotency_begun on idempotency (begun);
