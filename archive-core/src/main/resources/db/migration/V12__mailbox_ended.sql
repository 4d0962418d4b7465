-- When people took a mailbox off the list, in milliseconds since 1970-01-01T00:00Z; its runs stay.
alter table mailbox add column ended ${long};
