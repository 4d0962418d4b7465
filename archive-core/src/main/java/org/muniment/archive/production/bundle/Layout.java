package org.muniment.archive.production.bundle;

import java.util.Set;
import org.muniment.archive.production.ProductionFormat;

/** The names in a package's folder, and what vouches for which file. */
final class Layout {
    static final String MANIFEST = "manifest-sha256.txt";
    static final String SIGNATURE = "production.json.sig";
    static final String PROOF = "production.tlog-proof";
    static final String TIME_STAMP = "production.tsr";
    static final String README = "README.txt";
    static final String KEY = "ledger.pub";
    static final String VERIFY = "VERIFY";
    static final String VERIFIER = VERIFY + "/VerifyProduction.java";
    static final String DATA = "data";
    static final String BAGIT = "bagit.txt";
    static final String BAG_INFO = "bag-info.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    static final String UNFINISHED = ".unfinished";

    /** What no digest in the package names, because it comes later: each is checked in its own way. */
    private static final Set<String> SEALS = Set.of(MANIFEST, ProductionFile.NAME, SIGNATURE, PROOF, TIME_STAMP);

    private Layout() {}

    /** Whether the manifest names a file: every one but the seals; in a bag, the payload only. */
    static boolean isListed(String path, ProductionFormat format) {
        return format == ProductionFormat.BAG ? path.startsWith(DATA + "/") : !isSeal(path, format);
    }

    /** Whether {@code production.json} names a file itself: what a bag has beside its payload. */
    static boolean isBeside(String path, ProductionFormat format) {
        return !isListed(path, format) && !isSeal(path, format);
    }

    /** Whether nothing in the package names a file's digest. */
    static boolean isSeal(String path, ProductionFormat format) {
        return SEALS.contains(path) || format == ProductionFormat.BAG && path.equals(TAG_MANIFEST);
    }
}
