-- The custody ledger. Format and why: decisions/0003.

-- One row: how far the log goes. Updating it is what makes writers wait for one another.
create table ledger_head (
  id ${long} not null primary key check (id = 1),
  size ${long} not null,
  root text not null
) ${strict};

-- The root of the empty tree: base64 of SHA-256 over nothing.
insert into ledger_head (id, size, root) values (1, 0, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');

create table ledger_entry (
  position ${long} not null primary key,
  subject text not null,
  event text not null
) ${strict};

create index ledger_entry_subject on ledger_entry (subject, position);

create table ledger_tile (
  level integer not null,
  position ${long} not null,
  hashes ${bytes} not null,
  primary key (level, position)
) ${strict};

create table ledger_checkpoint (
  size ${long} not null primary key,
  note text not null
) ${strict};
