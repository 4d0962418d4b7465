package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Container;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.FileObjectStore;
import org.muniment.archive.store.ObjectStore;
import org.muniment.batch.Rooms;
import org.muniment.batch.fixity.FixityCheck;

/** A file whose items are assembled is kept beside them: once, whole, and checked with everything else. */
class ContainerIngestTest {
    private static final String MESSAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <emails elementCount="1"><email>
            <OPFMessageCopySubject>Budget</OPFMessageCopySubject>
            <OPFMessageCopyFromAddresses><emailAddress OPFContactEmailAddressAddress="ann@district.example"
             OPFContactEmailAddressName="Ann Lee"/></OPFMessageCopyFromAddresses>
            <OPFMessageCopyToAddresses><emailAddress OPFContactEmailAddressAddress="bo@district.example"/>
            </OPFMessageCopyToAddresses>
            <OPFMessageCopyMessageID>one@district.example</OPFMessageCopyMessageID>
            <OPFMessageCopySentTime>2024-05-03T17:00:00</OPFMessageCopySentTime>
            <OPFMessageCopyReceivedTime>2024-05-03T17:00:09</OPFMessageCopyReceivedTime>
            <OPFMessageCopyBody>The library needs shelves.</OPFMessageCopyBody>
            <OPFMessageCopyAttachmentList><messageAttachment OPFAttachmentName="a.csv"
             OPFAttachmentContentType="text/csv" OPFAttachmentURL="Accounts/x/a.csv"/></OPFMessageCopyAttachmentList>
            </email></emails>
            """;
    private static final String CONTACTS = """
            <contacts><contact><OPFContactCopyDisplayName>Ann Lee</OPFContactCopyDisplayName>
            <OPFContactCopyBusinessPhone>555-0100</OPFContactCopyBusinessPhone></contact></contacts>
            """;

    @TempDir
    private Path folder;

    private Path export() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Accounts/x/a.csv", "oak,12".getBytes(StandardCharsets.UTF_8));
        files.put(
                "Accounts/x/com.microsoft.__Messages/Inbox/message_00001.xml",
                MESSAGE.getBytes(StandardCharsets.UTF_8));
        files.put("Local/Address Book/Contacts.xml", CONTACTS.getBytes(StandardCharsets.UTF_8));
        files.put("Local/broken.xml", "<emails><email>".getBytes(StandardCharsets.UTF_8));
        return Files.write(folder.resolve("ann.olm"), ArchiveFilesTest.zip(files));
    }

    private static Reconciliation ingest(Archive archive, Path file) {
        return new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(
                                file, SourceType.AUTO, new IngestRequest.Custody.One(new Custodian("ann@d.example"))),
                        Progress.NONE);
    }

    @Test
    void anExportOfOutlookForMacIsTakenInAndKept() throws IOException {
        Path file = export();
        try (Archive archive = Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), Clock.systemUTC())) {
            Reconciliation first = ingest(archive, file);
            assertThat(List.of(first.read(), first.stored(), first.rejected())).containsExactly(3L, 2L, 1L);
            List<RegisteredItem> items = archive.items().changesAfter(0, 9);
            assertThat(items).extracting(one -> one.item().kind()).containsExactly(Kind.EMAIL, Kind.CONTACT);
            RegisteredItem mail = items.getFirst();
            assertThat(mail.item().people().from().getFirst().toString()).isEqualTo("Ann Lee <ann@district.example>");
            assertThat(mail.item().attachments().getFirst().name()).isEqualTo("a.csv");
            assertThat(archive.items().collections(mail.item().id()).getFirst().folder())
                    .isEqualTo("Inbox");
            Container kept = archive.containers().after(0, 9).getFirst();
            assertThat(kept.original().digest()).isEqualTo(Digest.ofFile(file));
            assertThat(archive.containers().items(kept.number(), null, 9))
                    .containsExactlyInAnyOrderElementsOf(
                            items.stream().map(one -> one.item().id()).toList());
            Reconciliation second = ingest(archive, file);
            assertThat(List.of(second.stored(), second.duplicates())).containsExactly(0L, 2L);
            assertThat(archive.containers().after(0, 9)).containsExactly(kept);
            var check = new FixityCheck(archive, done -> {}).run(OptionalInt.empty(), List.of());
            assertThat(check.faults()).isEmpty();
            assertThat(check.unregistered()).isZero();
            archive.objects().destroy(kept.original().digest());
            assertThat(new FixityCheck(archive, done -> {})
                            .run(OptionalInt.empty(), List.of())
                            .faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.where())
                            .isEqualTo("container " + kept.original().digest().hex()));
        }
    }

    @Test
    void aLargeContainerIsKeptInParts() throws IOException {
        Path file = Files.write(folder.resolve("large.pst"), new byte[] {1, 2, 3, 4, 5, 6, 7});
        ObjectStore store = new FileObjectStore(folder.resolve("objects"));
        RawContainer raw =
                new RawContainer("large.pst", Digest.ofFile(file), "pst", file, false, new Position("large.pst", 0));
        Container.Original original = new ContainerStoring(store, 3).store(raw);
        assertThat(original.parts()).extracting(Container.Part::size).containsExactly(3L, 3L, 1L);
        assertThat(original.digest()).isEqualTo(Digest.ofFile(file));
        assertThat(store.open(original.parts().get(2).object()))
                .hasSameContentAs(new ByteArrayInputStream(new byte[] {7}));
    }
}
