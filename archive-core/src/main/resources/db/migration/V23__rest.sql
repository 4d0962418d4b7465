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

-- Personal access tokens for programs. Only the SHA-256 of a token is kept. ends is an epoch day, inclusive; times are
-- milliseconds since 1970-01-01T00:00Z.
create table access_token (
    number ${long} not null primary key,
    account text not null,
    name text not null,
    digest ${bytes} not null unique,
    scopes text not null,
    made ${long} not null,
    ends ${long} not null,
    revoked ${long},
    last_used ${long}
) ${strict};

create index access_token_account on access_token (account, number);
