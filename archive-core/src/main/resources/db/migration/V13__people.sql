-- The district's directory, and the departures of those who leave. People are never deleted: a name or a date may change, an
-- address once known stays. Times are milliseconds since 1970-01-01T00:00Z, days are days since 1970-01-01 in the agency's zone.

-- Whoever changes the directory updates this row first: numbers have no gaps, and nobody waits in a circle.
create table people_count (
    one integer not null primary key check (one = 1),
    people ${long} not null,
    departures ${long} not null,
    imports ${long} not null
) ${strict};

insert into people_count (one, people, departures, imports) values (1, 0, 0, 0);

-- employee: the number the district gives, '' when it gives none. seen: the last import that named the person.
create table person (
    number ${long} not null primary key,
    employee text not null,
    name text not null,
    role text not null,
    site text not null,
    hired ${long},
    separated ${long},
    seen ${long} not null
) ${strict};

create unique index person_employee on person (employee) where employee <> '';

-- Ordinal 0 is the mailbox that names the person as a custodian, for ever.
create table person_address (
    address text not null primary key,
    person ${long} not null references person (number),
    ordinal integer not null
) ${strict};

create index person_address_person on person_address (person);

create table people_import (
    number ${long} not null primary key,
    file text not null,
    at ${long} not null,
    officer text not null
) ${strict};

-- Rows are only ever added: where a departure stands is read from its steps and its holds.
create table departure (
    number ${long} not null primary key,
    person ${long} not null references person (number),
    separated ${long} not null,
    opened ${long} not null,
    opened_by text not null
) ${strict};

create index departure_person on departure (person);

create table departure_hold (
    departure ${long} not null references departure (number),
    hold text not null,
    primary key (departure, hold)
) ${strict};

create index departure_hold_hold on departure_hold (hold);

create table departure_step (
    departure ${long} not null references departure (number),
    ordinal integer not null,
    step text not null,
    at ${long} not null,
    officer text not null,
    words text not null,
    primary key (departure, ordinal)
) ${strict};
