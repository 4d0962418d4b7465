-- Messages that were taken in from mail accounts: UIDs from first to last, both inclusive. folder: SHA-256 over the account
-- with its custodian, the folder's name and its UIDVALIDITY, under which a UID never means another message.
create table mail_read (
    folder text not null,
    first_uid ${long} not null,
    last_uid ${long} not null,
    primary key (folder, first_uid)
) ${strict};

create index mail_read_last on mail_read (folder, last_uid);

-- What the name in path is: the folder of a MAILDIR, or the account of an IMAP server.
alter table mailbox add column kind text not null default 'MAILDIR';
