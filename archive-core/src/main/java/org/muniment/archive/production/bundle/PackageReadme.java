package org.muniment.archive.production.bundle;

import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionId;

/** The README of a package: what is in it, and how to check it without us. */
final class PackageReadme {
    private PackageReadme() {}

    static String of(ProductionId production, ProductionFormat format) {
        return "PRODUCTION " + production + "\n\n" + contents(format) + SEALS + check(format);
    }

    private static String contents(ProductionFormat format) {
        return switch (format) {
            case PDF -> """
                    PDF/        the records: open the file with any PDF reader. Every page has a number in its lower
                                right corner; the bookmarks lead to each message, attachments stand behind theirs
                    VOL001/ ... records that can't be printed, such as spreadsheets and sound, as they were kept
                    LOGS/       what is withheld or redacted, and on what ground; what could not be shown, and why
                    """;
            case COURT -> """
                    DATA/       load files: Concordance (.dat, UTF-8 with byte order mark; column U+0014, quote U+00FE,
                                line break U+00AE) and Opticon (.opt, a line for each page)
                    VOL001/ ... IMAGES or PDF, NATIVES and TEXT of each document, named by its first page's number
                    LOGS/       the privilege log; what could not be shown, and why
                    """;
            case BAG -> """
                    data/       the records. This folder is a bag (BagIt 1.0, RFC 8493): bagit.txt and bag-info.txt
                                say so, tagmanifest-sha256.txt has the digests of the files that are no records
                    """;
        };
    }

    private static final String SEALS = """
            manifest-sha256.txt     the SHA-256 of every file of the records
            production.json         what this production is, and the SHA-256 of the manifest
            production.json.sig     the district's signature of production.json (Ed25519, 64 bytes)
            production.tlog-proof   proof that the district's ledger has this production (C2SP tlog-proof);
                                    its line "extra" is the ledger's entry, in base64
            production.tsr          an authority's time stamp of production.json (RFC 3161), if there is one
            ledger.pub              the district's public key (C2SP verifier key): compare it with the one
                                    that the district publishes
            VERIFY/                 a small program that checks all of this; read it before you run it

            """;

    private static String check(ProductionFormat format) {
        String file = format == ProductionFormat.BAG ? "" : " (every file but the seals)";
        return """
                TO CHECK IT

                With Java 17 or later and nothing else, in this folder:

                  java VERIFY/VerifyProduction.java .
                  java VERIFY/VerifyProduction.java . DISTRICT-KEY     with the key as the district publishes it

                With Muniment:

                  muniment verify FOLDER

                By hand, that no file was changed%s:

                  sha256sum -c manifest-sha256.txt

                and that the district signed it: "sha256" under "manifest" in production.json is that of
                manifest-sha256.txt, and

                  openssl pkeyutl -verify -pubin -keyform DER -inkey pub.der -rawin -in production.json \\
                    -sigfile production.json.sig

                where pub.der is 302a300506032b6570032100 (hexadecimal) and the 32 bytes of the key: in
                ledger.pub, base64 after the last plus sign, without its first byte. The time stamp:

                  openssl ts -verify -data production.json -in production.tsr -CAfile AUTHORITY.pem

                The proof shows that the ledger had this production when its checkpoint was signed: fold the
                SHA-256 of a zero byte and the entry with the hashes of the proof, as RFC 9162, 2.1.3.2 says.
                """.formatted(file);
    }
}
