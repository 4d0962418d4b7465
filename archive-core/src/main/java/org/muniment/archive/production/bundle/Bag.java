package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The files that make a folder a bag: BagIt 1.0, RFC 8493. */
final class Bag {
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    private static final Pattern BREAK = Pattern.compile("\\p{Cntrl}+");

    private Bag() {}

    static void declare(Path root, PackageFacts facts) throws IOException {
        List<String> payload = FolderFiles.list(root).stream()
                .filter(path -> path.startsWith(Layout.DATA + "/"))
                .toList();
        Files.writeString(root.resolve(Layout.BAGIT), DECLARATION);
        Files.writeString(
                root.resolve(Layout.BAG_INFO),
                line("Source-Organization", facts.agency())
                        + line(
                                "Bagging-Date",
                                facts.production()
                                        .order()
                                        .at()
                                        .atZone(facts.zone())
                                        .toLocalDate()
                                        .toString())
                        + line("External-Identifier", facts.production().id().value())
                        + line(
                                "External-Description",
                                facts.production().order().about())
                        + line("Payload-Oxum", FolderFiles.bytes(root, payload) + "." + payload.size()));
    }

    private static String line(String label, String value) {
        return label + ": " + BREAK.matcher(value).replaceAll(" ").strip() + "\n";
    }

    /** The last file of a bag. */
    static void seal(Path root) throws IOException {
        Files.write(root.resolve(Layout.TAG_MANIFEST), tagManifest(root).bytes());
    }

    /** Every file that is no payload, and is not the tag manifest itself (§2.2.1). */
    static Manifest tagManifest(Path root) throws IOException {
        List<String> tags = FolderFiles.list(root).stream()
                .filter(path -> !path.startsWith(Layout.DATA + "/") && !path.equals(Layout.TAG_MANIFEST))
                .toList();
        return new Manifest(FolderFiles.digests(root, tags));
    }
}
