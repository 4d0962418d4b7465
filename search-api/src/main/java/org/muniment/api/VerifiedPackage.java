package org.muniment.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.VerifierKey;
import org.muniment.archive.production.bundle.PackageCheck;
import org.muniment.archive.production.bundle.ProductionFile;

/**
 * What the check of a production's folder found, as commands show it.
 *
 * @param keyGiven whether the key was had from elsewhere than the folder
 * @param stamped when an authority stamped it, ISO-8601 in UTC; null for no time stamp
 */
record VerifiedPackage(
        String folder,
        @Nullable String production,
        @Nullable String about,
        @Nullable String numbers,
        long pages,
        long files,
        long bytes,
        boolean keyGiven,
        @Nullable String key,
        @Nullable String stamped,
        List<PackageCheck.Finding> findings) {
    static VerifiedPackage of(Path folder, @Nullable VerifierKey key) {
        if (!PackageCheck.isPackage(folder)) {
            throw new WrongUsage(folder + " is no production's folder: it has no production.json");
        }
        PackageCheck.Result result = key == null ? PackageCheck.check(folder) : PackageCheck.check(folder, key);
        ProductionFile said = result.production();
        return new VerifiedPackage(
                folder.toString(),
                said == null ? null : said.production().value(),
                said == null ? null : said.about(),
                said == null
                        ? null
                        : said.bates().first() + " - " + said.bates().last(),
                said == null ? 0 : said.pages(),
                result.files(),
                result.bytes(),
                key != null,
                said == null ? null : said.ledger().key(),
                result.stamped() == null ? null : result.stamped().toString(),
                result.findings());
    }

    /** Reads a public key from a file. */
    static VerifierKey key(Path file) {
        try {
            return VerifierKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new WrongUsage("The key " + file + " can't be read");
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(file + " is no ledger's public key: " + e.getMessage());
        }
    }

    int exit() {
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    void print(Terminal terminal) {
        findings.forEach(
                found -> terminal.say("FAULT  %s: %s", Terminal.plain(found.file()), Terminal.plain(found.what())));
        if (!findings.isEmpty()) {
            terminal.say("%d faults found. Do not rely on this production.", findings.size());
            return;
        }
        terminal.say(
                "Production %s is whole: %d files (%s), %d pages, %s",
                String.valueOf(production), files, Terminal.bytes(bytes), pages, String.valueOf(numbers));
        terminal.say("For: %s", Terminal.plain(String.valueOf(about)));
        if (stamped != null) {
            terminal.say("Time stamp: %s", Terminal.time(stamped, ZoneId.of("UTC")));
        }
        if (!keyGiven) {
            terminal.sayWrapped(
                    "",
                    "Checked with the key in the folder. Compare it with the one that the district publishes: " + key);
        }
    }
}
