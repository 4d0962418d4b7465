-- Accounts of people who sign in. Nobody is ever deleted: what somebody did stays named. Times are milliseconds since
-- 1970-01-01T00:00Z.

-- officer: name and title as the ledger has them; person: the part before the comma in lower case, one account for each.
-- password: Argon2id in the PHC string format; '' until one is chosen. failures: wrong passwords since the last right one.
create table account (
    name text not null primary key,
    officer text not null,
    person text not null unique,
    address text not null unique,
    state text not null check (state in ('INVITED', 'ACTIVE', 'DISABLED')),
    password text not null,
    failures ${long} not null,
    locked_until ${long} not null,
    added ${long} not null,
    added_by text not null
) ${strict};

-- confirmed_by: the second person where the role needs one, '' while it waits for one, and otherwise whoever gave it.
create table account_role (
    account text not null references account (name),
    role text not null,
    given_by text not null,
    confirmed_by text not null,
    primary key (account, role)
) ${strict};

-- Links by which a person chooses a password: only the SHA-256 of the secret is kept. One for each account at a time.
create table setup_link (
    account text not null primary key references account (name),
    secret text not null unique,
    lapses ${long} not null
) ${strict};

-- Tokens by which a program acts for a person: only the SHA-256 of the secret is kept. last_day: days since 1970-01-01 in
-- the agency's zone, inclusive. ended: when it was taken back; 0 when it was not. used: when last; 0 for never.
create table access_token (
    number ${long} not null primary key,
    account text not null references account (name),
    label text not null,
    scope text not null check (scope in ('READ', 'WRITE')),
    secret text not null unique,
    made ${long} not null,
    last_day ${long} not null,
    ended ${long} not null,
    used ${long} not null
) ${strict};

create index access_token_account on access_token (account);

-- Whoever notes a look or makes a token updates its row first: numbers have no gaps.
create table access_count (
    name text not null primary key check (name in ('looks', 'tokens')),
    latest ${long} not null
) ${strict};

insert into access_count (name, latest) values ('looks', 0), ('tokens', 0);

-- Looks at others' items, and searches of others' mail; rows are only ever added. item: '' for a search. query: what was
-- searched, '' for a look. found: how many items a search found.
create table look (
    number ${long} not null primary key,
    at ${long} not null,
    account text not null,
    purpose text not null,
    item text not null,
    query text not null,
    found ${long} not null
) ${strict};

create index look_account on look (account, number);
create index look_item on look (item, number);
create index look_purpose on look (purpose, number);
