package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Exemptions;

/** The exemptions that come with the product. */
public final class ShippedExemptions {
    private static final String FILE = "/california/exemptions.yaml";

    private ShippedExemptions() {}

    /** All of them. */
    public static Exemptions read() {
        try (InputStream in = ShippedExemptions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its exemptions");
            }
            return Exemptions.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds one that a person named, and says when its section was not checked.
     *
     * @throws WrongUsage when there is none of that name or section
     */
    static Exemption named(String name, Terminal terminal) {
        Exemption found = read().find(name)
                .orElseThrow(() -> new WrongUsage("There is no exemption '" + Terminal.plain(name)
                        + "', or several have that section. To see them: muniment code --exemptions"));
        found.warning().ifPresent(warning -> terminal.complain("muniment: " + warning + "."));
        return found;
    }
}
