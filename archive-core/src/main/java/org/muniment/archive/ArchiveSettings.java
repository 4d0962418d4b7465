package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How an archive is kept, written to {@code archive.properties} in its folder when it is created, so that every later
 * command opens the same one. Secrets are never written: they come from the environment.
 *
 * @param folder the archive's folder: settings, ledger key, index, and the embedded catalogue and objects
 * @param objects {@code files}, or an address such as {@code s3://bucket?endpoint=https://host&region=us-west-1}
 * @param catalogue {@code sqlite}, or {@code jdbc:postgresql://host/database?user=name}
 * @param zone the agency's time zone, in which days begin and end
 * @param origin the ledger's name in every checkpoint; never changes
 * @param timeStamps the address of an authority that stamps the time of productions (RFC 3161), {@code https://…}; empty for
 *     none. May be changed in the file at any time
 * @param masterKey the file of the master keys that objects are encrypted with, outside this folder; empty when they are not
 *     encrypted. Where the file lies may be changed, whether there is one may not
 */
public record ArchiveSettings(
        Path folder,
        String objects,
        String catalogue,
        ZoneId zone,
        String origin,
        String timeStamps,
        String masterKey) {
    public static final String FILES = "files";
    public static final String SQLITE = "sqlite";
    public static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

    private static final String REHEARSAL = "muniment.rehearsal/";
    private static final String FILE = "archive.properties";
    private static final String ENCRYPTION = "objects.encryption";
    private static final String MASTER_KEY = "objects.master-key";
    private static final String AES_GCM = "aes-gcm";

    public ArchiveSettings {
        folder = folder.toAbsolutePath().normalize();
        if (!objects.equals(FILES) && !objects.startsWith("s3://")) {
            throw new ArchiveRefused(
                    "Objects are kept in 'files' or in 's3://bucket?endpoint=…', not in '" + objects + "'");
        }
        if (!catalogue.equals(SQLITE) && !catalogue.startsWith("jdbc:postgresql:")) {
            throw new ArchiveRefused(
                    "The catalogue is 'sqlite' or 'jdbc:postgresql://host/database?user=…', not '" + catalogue + "'");
        }
        if (!timeStamps.isEmpty() && !isWebAddress(timeStamps)) {
            throw new ArchiveRefused(
                    "The line time-stamps=… is the https address of an authority, or empty, not '" + timeStamps + "'");
        }
        if (!masterKey.isEmpty()
                && Path.of(masterKey).toAbsolutePath().normalize().startsWith(folder)) {
            throw new ArchiveRefused("The master key is kept outside the archive's folder " + folder
                    + ": whoever takes a copy of the folder must not have the key.");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Settings for a new archive with everything embedded in its folder. */
    public static ArchiveSettings embedded(Path folder) {
        return new ArchiveSettings(folder, FILES, SQLITE, CALIFORNIA, newOrigin("muniment.local/"), "", "");
    }

    /** As {@link #embedded}, for an archive that holds made-up mail and may be taken through future days. */
    public static ArchiveSettings rehearsal(Path folder) {
        return new ArchiveSettings(folder, FILES, SQLITE, CALIFORNIA, newOrigin(REHEARSAL), "", "");
    }

    /**
     * Whether this archive was created to rehearse: only there a purge may be carried out as of a later day. Its ledger's
     * name says so, which is in every checkpoint and certificate and never changes.
     */
    public boolean isRehearsal() {
        return origin.startsWith(REHEARSAL);
    }

    public ArchiveSettings withObjects(String address) {
        return new ArchiveSettings(folder, address, catalogue, zone, origin, timeStamps, masterKey);
    }

    public ArchiveSettings withCatalogue(String address) {
        return new ArchiveSettings(folder, objects, address, zone, origin, timeStamps, masterKey);
    }

    public ArchiveSettings withZone(ZoneId agency) {
        return new ArchiveSettings(folder, objects, catalogue, agency, origin, timeStamps, masterKey);
    }

    /** @param file of the master keys; objects are encrypted */
    public ArchiveSettings withMasterKey(Path file) {
        return new ArchiveSettings(
                folder,
                objects,
                catalogue,
                zone,
                origin,
                timeStamps,
                file.toAbsolutePath().normalize().toString());
    }

    /** The same archive in another folder. */
    public ArchiveSettings in(Path other) {
        return new ArchiveSettings(other, objects, catalogue, zone, origin, timeStamps, masterKey);
    }

    /** A key left by an attempt to create the archive that broke off keeps its name. */
    ArchiveSettings withOrigin(String name) {
        return new ArchiveSettings(folder, objects, catalogue, zone, name, timeStamps, masterKey);
    }

    /** Whether there is an archive in the folder. */
    public static boolean exist(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * Reads the settings of the archive in a folder.
     *
     * @throws ArchiveRefused when there is none, or its settings can't be understood
     */
    public static ArchiveSettings read(Path folder) {
        if (!exist(folder)) {
            throw new ArchiveRefused(
                    "There is no archive in " + folder.toAbsolutePath().normalize()
                            + ". Name its folder with --archive, or create one: muniment ingest PATH --custodian ADDRESS");
        }
        Properties written = load(folder.resolve(FILE));
        if (written.getProperty("origin", "").isBlank()) {
            throw new ArchiveRefused(folder.resolve(FILE)
                    + " is damaged: its line origin=… is missing. Restore the file from a backup.");
        }
        return new ArchiveSettings(
                folder,
                written.getProperty("objects", FILES),
                written.getProperty("catalogue", SQLITE),
                zone(written.getProperty("zone", CALIFORNIA.getId())),
                written.getProperty("origin"),
                written.getProperty("time-stamps", "").strip(),
                masterKey(folder, written));
    }

    private static String masterKey(Path folder, Properties written) {
        String encryption = written.getProperty(ENCRYPTION, "").strip();
        String file = written.getProperty(MASTER_KEY, "").strip();
        if (!encryption.isEmpty() && !encryption.equals(AES_GCM)) {
            throw new ArchiveRefused("The line " + ENCRYPTION + "=… is aes-gcm, or empty, not '" + encryption + "'");
        }
        if (encryption.isEmpty() != file.isEmpty()) {
            throw new ArchiveRefused(folder.resolve(FILE) + " is damaged: of its lines " + ENCRYPTION + "=… and "
                    + MASTER_KEY + "=… only one is there. Restore the file from a backup.");
        }
        return file;
    }

    private static Properties load(Path file) {
        Properties written = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            written.load(in);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new ArchiveRefused(file + " is damaged: it is not a settings file. Restore it from a backup.");
        } catch (IOException e) {
            throw new UncheckedIOException("The archive's settings can't be read", e);
        }
        return written;
    }

    /** Writes the settings into the folder: all of them or none. From then on there is an archive in it. */
    public void write() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("objects", objects);
        lines.put("catalogue", catalogue);
        lines.put("zone", zone.getId());
        lines.put("origin", origin);
        lines.put("time-stamps", timeStamps);
        if (!masterKey.isEmpty()) {
            lines.put(ENCRYPTION, AES_GCM);
            lines.put(MASTER_KEY, masterKey.replace("\\", "\\\\"));
        }
        StringBuilder text = new StringBuilder("# How this archive is kept. Do not change origin."
                + " time-stamps: the address of an RFC 3161 authority, or nothing.\n");
        lines.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(FILE + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive's settings can't be written into " + folder, e);
        }
    }

    /**
     * A time zone by its name.
     *
     * @throws ArchiveRefused when there is no such zone
     */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new ArchiveRefused("There is no time zone '" + name + "'; write it as America/Los_Angeles");
        }
    }

    private static String newOrigin(String prefix) {
        byte[] name = new byte[6];
        new SecureRandom().nextBytes(name);
        return prefix + HexFormat.of().formatHex(name);
    }
}
