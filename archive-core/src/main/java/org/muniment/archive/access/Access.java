package org.muniment.archive.access;

import java.time.ZoneId;
import javax.sql.DataSource;
import org.muniment.archive.ledger.Ledger;

/**
 * The registers of this room, wired.
 *
 * @param users the accounts of people who sign in
 * @param signIns their passwords
 * @param setupLinks links by which people choose a password
 * @param tokens by what programs act for people
 * @param looks who looked at what of others, and why
 * @param leavingLetters who was told what leaves soon
 */
public record Access(
        Users users,
        SignIns signIns,
        SetupLinks setupLinks,
        Tokens tokens,
        Looks looks,
        LeavingLetters leavingLetters) {
    /** @param zone the agency's, in which a token's last day ends */
    public static Access of(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {
        Users users = new Users(writer, reader, ledger);
        SignIns signIns = new SignIns(writer, reader, users);
        return new Access(
                users,
                signIns,
                new SetupLinks(writer, users, signIns, ledger),
                new Tokens(writer, reader, zone),
                new Looks(writer, reader, ledger),
                new LeavingLetters(writer, reader));
    }
}
