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

create table account_role (
    account text not null references account (name),
    role text not null,
    primary key (account, role)
) ${strict};
