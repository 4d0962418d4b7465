package org.muniment.batch.produce;

import static org.muniment.archive.production.loadfile.LoadField.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.production.Disclosed;
import org.muniment.archive.production.Disclosure;
import org.muniment.archive.production.loadfile.DatDialect;
import org.muniment.archive.production.loadfile.DatWriter;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.production.loadfile.LoadField;
import org.muniment.archive.production.loadfile.OptLine;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Part.PeopleField;
import org.muniment.archive.store.Digest;
import org.muniment.batch.export.BytesKind;

/**
 * Reads the load files of a finished package as a receiver does, and holds every field of every document against what the
 * register says of its production and the catalogue of its items.
 *
 * @param hidden what stands for a subject that is hidden
 * @param legend the words at the foot of each page
 */
record Reimport(District district, Produced produced, String hidden, String legend) {
    private static final List<LoadField> NEVER = List.of(AUTHOR, DATECREATED, DATEMODIFIED);

    /** What differs, a line each: number, field, what the register says, what was read. */
    List<String> differences() throws IOException {
        Package made = new Package(produced.folder());
        List<DocumentRow> rows = new ArrayList<>(made.dat());
        Map<String, List<OptLine>> pages = new TreeMap<>();
        String begun = "";
        for (OptLine line : made.opt()) {
            begun = line.beginsDocument() ? line.page().toString() : begun;
            pages.computeIfAbsent(begun, any -> new ArrayList<>()).add(line);
        }
        List<String> differences = new ArrayList<>();
        for (Disclosed said :
                district.archive.productions().items(produced.production().id(), 0, 100_000)) {
            List<DocumentRow> family = new ArrayList<>();
            while (!rows.isEmpty()
                    && rows.getFirst()
                                    .get(BEGBATES)
                                    .compareTo(said.pages().last().toString())
                            <= 0) {
                family.add(rows.removeFirst());
            }
            family(made, said, family, pages, differences);
        }
        rows.forEach(row -> differences.add(row.get(BEGBATES) + " belongs to no item"));
        return differences;
    }

    private void family(
            Package made,
            Disclosed said,
            List<DocumentRow> family,
            Map<String, List<OptLine>> pages,
            List<String> differences)
            throws IOException {
        RegisteredItem row = district.archive.items().find(said.item()).orElseThrow();
        long next = said.pages().first().number();
        for (DocumentRow read : family) {
            boolean parent = read == family.getFirst();
            List<OptLine> own = pages.getOrDefault(read.get(BEGBATES), List.of());
            Map<LoadField, String> wanted = new EnumMap<>(LoadField.class);
            String prefix = said.pages().first().prefix();
            wanted.put(BEGBATES, "%s-%09d".formatted(prefix, next));
            next += own.size();
            wanted.put(ENDBATES, "%s-%09d".formatted(prefix, next - 1));
            wanted.put(PAGECOUNT, Integer.toString(own.size()));
            wanted.put(PRODVOLUME, own.isEmpty() ? "" : own.getFirst().volume());
            boolean several = family.size() > 1;
            wanted.put(BEGATTACH, several ? said.pages().first().toString() : "");
            wanted.put(ENDATTACH, several ? said.pages().last().toString() : "");
            wanted.put(ATTACHCOUNT, parent ? Integer.toString(family.size() - 1) : "");
            wanted.put(PARENTID, parent ? "" : said.pages().first().toString());
            common(said, row, read, wanted, parent);
            if (parent) {
                message(said, row, wanted);
            } else {
                file(said, row.item(), read, wanted);
            }
            links(made, read, wanted, differences);
            compare(read, wanted, differences);
        }
        if (next - 1 != said.pages().last().number()) {
            differences.add(said + " ends at " + (next - 1));
        }
    }

    private void common(
            Disclosed said, RegisteredItem row, DocumentRow read, Map<LoadField, String> wanted, boolean parent) {
        List<String> custodians = district.archive.items().collections(said.item()).stream()
                .map(one -> one.custodian().address())
                .distinct()
                .toList();
        wanted.put(CUSTODIAN, custodians.getFirst());
        wanted.put(ALLCUSTODIANS, String.join(";", custodians));
        wanted.put(TIMEZONE, district.archive.settings().zone().getId());
        wanted.put(
                RECORDCLASS,
                district.archive
                        .retention()
                        .classifications()
                        .find(said.item())
                        .map(one -> one.recordClass().title())
                        .orElse(""));
        wanted.put(
                RECORDTYPE,
                !parent
                        ? read.get(FILEEXT).equals("ics") ? "Calendar" : "Attachment"
                        : switch (row.item().kind()) {
                            case EMAIL -> "Email";
                            case VOICEMAIL -> "Voicemail";
                            case POSTING -> "WebPost";
                            case CALENDAR -> "Calendar";
                            case CONTACT -> "Contact";
                        });
        boolean withheld = said.disclosure() == Disclosure.WITHHELD;
        wanted.put(WITHHELD, withheld ? "Y" : "N");
        // Whether something of an attachment is hidden is not in the register; its sections must say the same.
        boolean redacted = parent
                ? said.disclosure() == Disclosure.REDACTED
                : !withheld && !read.get(EXEMPTIONS).isEmpty();
        wanted.put(REDACTED, redacted ? "Y" : "N");
        wanted.put(EXEMPTIONS, redacted || withheld ? District.PUPIL.section() : "");
        wanted.put(CONFIDENTIALITY, legend);
    }

    private void message(Disclosed said, RegisteredItem row, Map<LoadField, String> wanted) throws IOException {
        if (said.disclosure() == Disclosure.WITHHELD) {
            return;
        }
        Item item = row.item();
        Map<Part, String> texts = district.texts(said.item());
        for (PeopleField field : List.of(PeopleField.FROM, PeopleField.TO, PeopleField.CC, PeopleField.BCC)) {
            wanted.put(LoadField.valueOf(field.name()), texts.getOrDefault(new Part.People(field), ""));
        }
        wanted.put(SUBJECT, said.disclosure() == Disclosure.REDACTED ? hidden : item.subject());
        time(DATESENT, TIMESENT, item.dates().sent(), wanted);
        time(DATERECEIVED, TIMERECEIVED, item.dates().received(), wanted);
        if (said.disclosure() == Disclosure.REDACTED) {
            return;
        }
        wanted.put(MESSAGEID, item.threading().messageId());
        wanted.put(INREPLYTO, String.join(";", item.threading().inReplyTo()));
        wanted.put(THREADID, row.thread());
        wanted.put(CONVERSATIONINDEX, item.threading().conversation());
        try (InputStream in = district.archive.objects().open(item.digest())) {
            wanted.put(FILEEXT, BytesKind.of(in).suffix());
        }
        wanted.put(WEBADDRESS, district.reading(row).text().address());
        wanted.put(FILESIZE, Long.toString(item.size()));
        wanted.put(
                FOLDERPATH,
                district.archive.items().collections(said.item()).stream()
                        .findFirst()
                        .map(Collection::folder)
                        .orElse(""));
        try (InputStream in = district.archive.objects().open(item.digest())) {
            wanted.put(MD5HASH, md5(in));
        }
        wanted.put(SHA256HASH, item.digest().hex());
        wanted.put(NEARDUPID, item.duplicateGroup().hex());
    }

    private void time(LoadField day, LoadField time, @Nullable Instant at, Map<LoadField, String> wanted) {
        if (at != null) {
            var local = at.atZone(district.archive.settings().zone());
            wanted.put(day, DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US).format(local));
            wanted.put(time, DateTimeFormatter.ofPattern("HH:mm:ss", Locale.US).format(local));
        }
    }

    private static void file(Disclosed said, Item item, DocumentRow read, Map<LoadField, String> wanted) {
        if (said.disclosure() == Disclosure.WITHHELD) {
            return;
        }
        wanted.put(FILENAME, read.get(FILENAME));
        if (said.disclosure() == Disclosure.REDACTED) {
            return;
        }
        Optional<Attachment> same = item.attachments().stream()
                .filter(one -> one.digest().hex().equals(read.get(SHA256HASH)))
                .filter(one -> written(one.name()).equals(read.get(FILENAME)))
                .findFirst();
        wanted.put(FILENAME, same.map(Attachment::name).orElse("the name of an attachment of the item"));
        wanted.put(SHA256HASH, same.map(one -> one.digest().hex()).orElse("the digest of an attachment of the item"));
        wanted.put(FILESIZE, same.map(one -> Long.toString(one.size())).orElse(""));
        wanted.put(FILEEXT, same.map(FileGroup::extension).orElse(""));
        wanted.put(MD5HASH, read.get(MD5HASH));
    }

    /** The files that are linked to are there; one that is given is the one whose digests are told. */
    private static void links(Package made, DocumentRow read, Map<LoadField, String> wanted, List<String> differences)
            throws IOException {
        String text = read.get(TEXTLINK);
        wanted.put(TEXTLINK, ".\\VOL001\\TEXT\\" + read.get(BEGBATES) + ".txt");
        if (!Files.exists(made.folder().resolve(text.substring(2).replace('\\', '/')))) {
            differences.add(text + " is not there");
        }
        wanted.put(NATIVELINK, "");
        String link = read.get(NATIVELINK);
        if (!link.isEmpty()) {
            byte[] bytes =
                    Files.readAllBytes(made.folder().resolve(link.substring(2).replace('\\', '/')));
            wanted.put(NATIVELINK, link);
            wanted.put(SHA256HASH, Digest.of(bytes).hex());
            wanted.put(MD5HASH, md5(new ByteArrayInputStream(bytes)));
        }
    }

    private static void compare(DocumentRow read, Map<LoadField, String> wanted, List<String> differences) {
        NEVER.forEach(field -> wanted.put(field, ""));
        for (LoadField field : LoadField.values()) {
            String says = written(wanted.getOrDefault(field, ""));
            if (!says.equals(read.get(field))) {
                differences.add(
                        read.get(BEGBATES) + " " + field + ": " + says + " was written, " + read.get(field) + " read");
            }
        }
    }

    private static String written(String value) {
        try (DatWriter writer = new DatWriter(OutputStream.nullOutputStream(), DatDialect.CONCORDANCE)) {
            return writer.written(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String md5(InputStream in) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(in.readAllBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
