package org.muniment.api.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.muniment.api.WrongUsage;

/** The retention schedules that come with the product, and those in files. */
public final class ShippedSchedules {
    /** The conservative one: a new archive has it. */
    public static final String CALIFORNIA = "california-k12-title-5";

    /** All that come with the product. */
    public static final List<String> NAMES = List.of(CALIFORNIA, "clovis-ar-7203");

    private ShippedSchedules() {}

    /**
     * The text of a schedule.
     *
     * @param name of one that comes with the product, or a file
     * @throws WrongUsage when it is neither
     */
    public static String read(String name) {
        return NAMES.contains(name) ? shipped(name) : file(name);
    }

    private static String shipped(String name) {
        try (InputStream in = ShippedSchedules.class.getResourceAsStream("/california/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its schedule " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name) {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                throw new WrongUsage("There is no schedule " + name
                        + ": name a file, or one that comes with the product, " + String.join(" or ", NAMES));
            }
            return Files.readString(file);
        } catch (CharacterCodingException | InvalidPathException e) {
            throw new WrongUsage(name + " is no schedule: it is not text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("The schedule " + name + " can't be read", e);
        }
    }
}
