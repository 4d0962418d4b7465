package org.muniment.archive.item.outlook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.CompressedRTF;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.muniment.archive.item.outlook.OutlookMessage.Party;
import org.muniment.archive.item.text.Characters;
import org.muniment.archive.store.Spool;

/**
 * A {@code .msg} or {@code .oft} file (MS-OXMSG): one message of Outlook in an OLE2 file. What of it is damaged is a gap of
 * the message; not safe against what exhausts memory, so read it in a process of its own.
 */
public final class MsgFile {
    private static final int TOP = 32;
    private static final int ATTACHED = 24;
    private static final int DEEPEST = 20;
    private static final String RECIPIENT = "__recip_version1.0_";
    private static final String ATTACHMENT = "__attach_version1.0_";
    private static final int TEXT = 0x1000;
    private static final int HTML = 0x1013;
    private static final int RTF = 0x1009;

    private final DirectoryEntry storage;
    private final Properties properties;
    private final NamedProperties names;
    private final int depth;
    private final List<String> gaps = new ArrayList<>();

    private MsgFile(DirectoryEntry storage, Properties properties, NamedProperties names, int depth) {
        this.storage = storage;
        this.properties = properties;
        this.names = names;
        this.depth = depth;
    }

    /**
     * Reads a file and writes it as one MIME message.
     *
     * @param folder for what does not fit into memory
     * @return empty when it is no file of this kind
     * @throws IOException when it is damaged as a whole
     */
    public static Optional<Spool> convert(File file, Path folder) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem(file, true)) {
            DirectoryEntry root = ole.getRoot();
            if (!root.hasEntryCaseInsensitive("__properties_version1.0")) {
                return Optional.empty();
            }
            NamedProperties names = names(root);
            MsgFile message = new MsgFile(root, new Properties(root, TOP, ""), names, 0);
            return Optional.of(OutlookMime.write(message.read(), folder));
        }
    }

    private static NamedProperties names(DirectoryEntry root) throws IOException {
        String name = "__nameid_version1.0";
        return root.hasEntryCaseInsensitive(name)
                        && root.getEntryCaseInsensitive(name) instanceof DirectoryEntry storage
                ? new NamedProperties(storage)
                : new NamedProperties();
    }

    private OutlookMessage read() {
        OutlookMessage.People people = people();
        List<OutlookAttachment> attachments = attachments();
        String kind = properties.text(0x001A);
        return new OutlookMessage(
                kind,
                attempt("the transport headers", () -> properties.text(0x007D), ""),
                attempt("the subject", this::subject, ""),
                people,
                times(),
                threading(),
                new OutlookMessage.Body(
                        attempt("the text", () -> properties.text(TEXT), ""),
                        attempt("the formatted text", this::html, ""),
                        attempt("the formatted text", this::rtf, "")),
                marks(),
                new MsgDetails(properties, names).of(kind),
                attachments,
                gaps);
    }

    /** What reads a part of it. */
    @FunctionalInterface
    private interface Reader<T> {
        T read() throws IOException;
    }

    private <T> T attempt(String what, Reader<T> reader, T otherwise) {
        try {
            return reader.read();
        } catch (IOException | RuntimeException e) {
            gaps.add("damaged: " + what + " cannot be read");
            return otherwise;
        }
    }

    private String subject() {
        String subject = properties.text(0x0037);
        return subject.isEmpty() ? properties.text(0x003D) + properties.text(0x0E1D) : subject;
    }

    private String html() {
        Optional<byte[]> binary = properties.bytes(HTML);
        if (binary.isEmpty()) {
            return properties.text(HTML);
        }
        return Characters.decode(binary.get(), Properties.charset((int) properties.number(0x3FDE, 65001)));
    }

    private String rtf() throws IOException {
        Optional<byte[]> packed = properties.bytes(RTF);
        if (packed.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CompressedRTF().decompress(new ByteArrayInputStream(packed.get()), out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private OutlookMessage.People people() {
        List<Party> to = new ArrayList<>();
        List<Party> cc = new ArrayList<>();
        List<Party> bcc = new ArrayList<>();
        for (DirectoryEntry entry : storages(RECIPIENT)) {
            attempt(
                    "a recipient",
                    () -> {
                        Properties one = new Properties(entry, 8, properties.charset());
                        long type = one.number(0x0C15, 1) & 0xf;
                        (type == 2 ? cc : type == 3 ? bcc : to).add(party(one));
                        return type;
                    },
                    0L);
        }
        return new OutlookMessage.People(party(0x0042, 0x5D02, 0x0065), party(0x0C1A, 0x5D01, 0x0C1F), to, cc, bcc);
    }

    private Party party(int name, int smtp, int address) {
        return attempt(
                "the sender",
                () -> Party.of(properties.text(name), properties.text(smtp), properties.text(address)),
                Party.of("", "", ""));
    }

    private static Party party(Properties one) {
        String name = one.text(0x3001);
        return Party.of(name.isEmpty() ? one.text(0x5FF6) : name, one.text(0x39FE), one.text(0x3003));
    }

    private OutlookMessage.Times times() {
        return new OutlookMessage.Times(
                properties.time(0x0039).orElse(null),
                properties.time(0x0E06).orElse(null),
                properties.time(0x3007).orElse(null),
                properties.time(0x3008).orElse(null),
                (properties.number(0x0E07, 0) & 8) != 0);
    }

    private OutlookMessage.Threading threading() {
        return attempt(
                "what it answers to",
                () -> new OutlookMessage.Threading(
                        properties.text(0x1035),
                        properties.text(0x1042),
                        properties.text(0x1039),
                        properties.bytes(0x0071).map(HexFormat.of()::formatHex).orElse("")),
                new OutlookMessage.Threading("", "", "", ""));
    }

    private OutlookMessage.Marks marks() {
        return new OutlookMessage.Marks(
                properties.number(0x0017, 1),
                properties.number(0x0036, 0),
                attempt("the categories", () -> properties.texts(names.id("Keywords")), List.of()));
    }

    private List<DirectoryEntry> storages(String prefix) {
        List<DirectoryEntry> found = new ArrayList<>();
        for (Entry entry : storage) {
            if (entry.getName().startsWith(prefix) && entry instanceof DirectoryEntry directory) {
                found.add(directory);
            }
        }
        found.sort(java.util.Comparator.comparing(DirectoryEntry::getName));
        return found;
    }

    private List<OutlookAttachment> attachments() {
        List<OutlookAttachment> found = new ArrayList<>();
        for (DirectoryEntry entry : storages(ATTACHMENT)) {
            attempt(
                    "an attachment",
                    () -> found.add(new MsgAttachment(entry, properties.charset()).read(this::attached)),
                    false);
        }
        return found;
    }

    private OutlookAttachment.Content attached(DirectoryEntry inner) {
        if (depth + 1 >= DEEPEST) {
            return new OutlookAttachment.Missing("nested too deep");
        }
        Properties its = new Properties(inner, ATTACHED, "");
        return new OutlookAttachment.Embedded(new MsgFile(inner, its, names, depth + 1).read());
    }
}
