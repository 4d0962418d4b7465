-- Letters that told people what of their own mail leaves the archive soon: one each at most in the time that the settings say.
-- No content: whose account, on which day, how many items.
create table leaving_letter (
    account text not null,
    day ${long} not null,
    items ${long} not null,
    primary key (account, day)
) ${strict};
