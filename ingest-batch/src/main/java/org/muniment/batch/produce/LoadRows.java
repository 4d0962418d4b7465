package org.muniment.batch.produce;

import static org.muniment.archive.production.loadfile.LoadField.*;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.bundle.PackagePath;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Part.PeopleField;
import org.muniment.archive.store.ObjectStore;
import org.muniment.batch.export.BytesKind;

/**
 * The lines of a load file for a family. What is hidden on the pages is hidden here: fields of a redacted item are those of
 * its pages, and whatever could tell what is hidden (hashes, sizes, message ids, folders) is left empty.
 */
final class LoadRows {
    private final ZoneId zone;
    private final String legend;
    private final ObjectStore objects;
    private final Function<ItemId, String> recordClass;

    /**
     * @param legend stands on each page; may be empty
     * @param recordClass of an item, as people name it; empty when it has none
     */
    LoadRows(ZoneId zone, String legend, ObjectStore objects, Function<ItemId, String> recordClass) {
        this.zone = zone;
        this.legend = legend;
        this.objects = objects;
        this.recordClass = recordClass;
    }

    /** A line for each document, in their order. */
    List<DocumentRow> of(Family family) throws IOException {
        List<DocumentRow> rows = new ArrayList<>();
        for (SetDocument document : family.documents()) {
            DocumentRow row = numbers(family, document);
            if (!document.leaf().withheld()) {
                row = document == family.parent() ? message(row, family) : file(row, family, document);
            }
            rows.add(row);
        }
        return rows;
    }

    private DocumentRow numbers(Family family, SetDocument document) {
        OpenItem open = family.open();
        boolean parent = document == family.parent();
        boolean several = family.documents().size() > 1;
        Leaf leaf = document.leaf();
        return DocumentRow.of(document.pages())
                .with(BEGATTACH, several ? family.pages().first().toString() : "")
                .with(ENDATTACH, several ? family.pages().last().toString() : "")
                .with(ATTACHCOUNT, parent ? Integer.toString(family.documents().size() - 1) : "")
                .with(PARENTID, parent ? "" : family.pages().first().toString())
                .with(CUSTODIAN, custodians(open).stream().limit(1).toList())
                .with(ALLCUSTODIANS, custodians(open))
                .with(RECORDTYPE, leaf.type())
                .with(TIMEZONE, zone.getId())
                .with(RECORDCLASS, recordClass.apply(open.item().id()))
                .with(REDACTED, leaf.redacted())
                .with(EXEMPTIONS, leaf.sections())
                .with(WITHHELD, leaf.withheld())
                .with(CONFIDENTIALITY, legend)
                .with(PRODVOLUME, family.volume())
                .with(NATIVELINK, nativeLink(family, document))
                .with(TEXTLINK, link(family, "TEXT", document.pages().first() + ".txt"));
    }

    private static List<String> custodians(OpenItem open) {
        return open.collections().stream()
                .map(one -> one.custodian().address())
                .distinct()
                .toList();
    }

    private static String nativeLink(Family family, SetDocument document) {
        return document.leaf().original().isEmpty() ? "" : link(family, "NATIVES", Assembly.nativeName(document));
    }

    private static String link(Family family, String kind, String name) {
        return PackagePath.of(family.volume(), kind, name).link();
    }

    private DocumentRow message(DocumentRow row, Family family) throws IOException {
        OpenItem open = family.open();
        Item item = open.item();
        DocumentRow common = row.with(FROM, people(open, PeopleField.FROM))
                .with(TO, people(open, PeopleField.TO))
                .with(CC, people(open, PeopleField.CC))
                .with(BCC, people(open, PeopleField.BCC))
                .with(SUBJECT, open.texts().written(new Part.Subject()))
                .with(DATESENT, TIMESENT, item.dates().sent(), zone)
                .with(DATERECEIVED, TIMERECEIVED, item.dates().received(), zone);
        return open.texts().isRedacted() ? common : whole(common, open);
    }

    private DocumentRow whole(DocumentRow row, OpenItem open) throws IOException {
        Item item = open.item();
        Optional<Collection> first = open.collections().stream().findFirst();
        return row.with(MESSAGEID, item.threading().messageId())
                .with(INREPLYTO, item.threading().inReplyTo())
                .with(THREADID, open.registered().thread())
                .with(CONVERSATIONINDEX, item.threading().conversation())
                .with(FILEEXT, kind(item).suffix())
                .with(FILESIZE, Long.toString(item.size()))
                .with(FOLDERPATH, first.map(Collection::folder).orElse(""))
                .with(MD5HASH, Hashes.md5(() -> objects.open(item.digest())))
                .with(SHA256HASH, item.digest().hex())
                .with(NEARDUPID, item.duplicateGroup().hex())
                .with(WEBADDRESS, open.contents().posting().address());
    }

    private BytesKind kind(Item item) throws IOException {
        try (InputStream in = objects.open(item.digest())) {
            return BytesKind.of(in);
        }
    }

    private static String people(OpenItem open, PeopleField field) {
        return open.texts().written(new Part.People(field));
    }

    private DocumentRow file(DocumentRow row, Family family, SetDocument document) throws IOException {
        Leaf leaf = document.leaf();
        DocumentRow named = row.with(FILENAME, leaf.name());
        if (leaf.attachment().isEmpty() || family.open().texts().isRedacted()) {
            return named;
        }
        Attachment file = leaf.attachment().get();
        DocumentRow sized = named.with(FILEEXT, FileGroup.extension(file))
                .with(FILESIZE, Long.toString(file.size()))
                .with(SHA256HASH, file.digest().hex());
        Optional<Path> bytes = family.open().contents().attachments().stream()
                .filter(one -> one.attachment().equals(file))
                .flatMap(one -> one.file().stream())
                .findFirst();
        return bytes.isEmpty() ? sized : sized.with(MD5HASH, Hashes.md5(() -> Files.newInputStream(bytes.get())));
    }
}
