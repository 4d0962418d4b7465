-- Sources whose latest collecting failed, also when no run of them could begin. key: SHA-256 over source. at: milliseconds
-- since 1970-01-01T00:00Z. why: in words.
create table source_failure (
    key text not null primary key,
    source text not null,
    at ${long} not null,
    why text not null
) ${strict};
