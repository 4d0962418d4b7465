package org.muniment.archive.disposition.certificate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muniment.archive.item.ItemId;

/** The items that a certificate says were destroyed. */
public final class CertifiedItems {
    private CertifiedItems() {}

    /**
     * Reads a certificate's folder; whether it is genuine is for {@link CertificateCheck} to say.
     *
     * @throws CertificateRefused when it is no certificate's folder
     */
    public static List<ItemId> destroyed(Path folder) {
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(Evidence.ITEMS))) {
            return lines.lines()
                    .skip(1)
                    .map(ItemLine::parse)
                    .filter(line -> line.outcome().equals(ItemLine.DESTROYED))
                    .map(line -> new ItemId(line.item()))
                    .toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new CertificateRefused(folder + " is no certificate of destruction: its list of items can't be read");
        }
    }
}
