package org.muniment.api;

import java.nio.file.Files;
import java.nio.file.Path;
import org.muniment.archive.Archive;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.production.bundle.PackageCheck;
import org.muniment.archive.production.bundle.ProductionFile;

/** The folder that a production was built into. */
public final class BuiltPackage {
    private BuiltPackage() {}

    /** Where it is unless somebody said otherwise: {@code productions/PR1} in the archive's folder. */
    public static Path folder(Archive archive, Production production) {
        return ShownProduction.folder(archive, production);
    }

    /** The letters before its page numbers: those of the latest production, else REC. */
    public static String prefix(Archive archive) {
        return archive.productions().latest(1).stream()
                .map(one -> one.order().prefix())
                .findFirst()
                .orElse("REC");
    }

    /**
     * Verifies a folder, file by file, and that it is the production's.
     *
     * @throws ProductionRefused when it is not built, the folder has faults, or it is another's
     */
    public static void requireWhole(Archive archive, Production production, Path folder) {
        if (production.built().isEmpty()) {
            throw new ProductionRefused("Production " + production.id() + " is "
                    + production.stage().word() + ": there is nothing to check.");
        }
        if (!Files.isDirectory(folder)) {
            throw new WrongUsage("There is no folder " + folder + ". Say where the package is with --dir.");
        }
        PackageCheck.Result result = PackageCheck.check(folder, archive.ledger().publicKey());
        ProductionFile said = result.production();
        if (!result.isClean()) {
            throw new ProductionRefused(folder + " has " + result.findings().size()
                    + " faults; to see them: muniment verify " + folder + ". Build it again.");
        }
        if (said == null || !said.production().equals(production.id())) {
            throw new ProductionRefused(
                    folder + " is another production's folder, not that of " + production.id() + ".");
        }
    }
}
