package org.muniment.archive.hold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;

/** What a scope must be to stand for years: facts of items only, written so that it reads the same again. */
final class StandingScope {
    private StandingScope() {}

    /**
     * Refuses a scope that would not mean the same for ever.
     *
     * @throws HoldRefused saying what to write instead
     */
    static void check(HoldScope scope, ZoneId zone) {
        scope.custodians().forEach(StandingScope::check);
        ItemQuery terms = scope.terms();
        if (terms == null) {
            return;
        }
        if (terms.leaves().stream().anyMatch(leaf -> leaf.field() == Field.INDEXED)) {
            throw new HoldRefused("A hold can't depend on indexed:, which says what the archive could read and not what"
                    + " the item is. Leave it out: what could not be read counts as covered by every hold on words.");
        }
        String text = terms.toString();
        if (text.length() > ItemQueryParser.LONGEST) {
            throw new HoldRefused("The query has " + text.length() + " characters; " + ItemQueryParser.LONGEST
                    + " are the most. Place two holds on the same matter instead.");
        }
        if (!new ItemQueryParser(zone).parse(text).equals(terms)) {
            throw new HoldRefused("The query's days are not those of the zone " + zone + ": " + text);
        }
    }

    private static void check(Custodian custodian) {
        String address = custodian.address();
        if (!new ItemQuery.Is(Field.CUSTODIAN, address).value().equals(address)) {
            throw new HoldRefused("The custodian's name has unusual spaces: '" + address
                    + "'. Hold that mailbox by a query on its words instead, such as custodian:\"ann lee\"");
        }
    }

    /** The digest of a scope as written, in lower-case hexadecimal digits. */
    static String digest(HoldScope scope, ZoneId zone) {
        return sha256(scope.written(zone));
    }

    static String sha256(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
