package org.muniment.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Container;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.RecordSeries;

/** One item with all that the archive knows of it: the answer of {@code muniment item}. Times are ISO-8601 in UTC. */
public record ShownItem(
        String id,
        String digest,
        String kind,
        long size,
        @Nullable String sent,
        String sentAsWritten,
        @Nullable String received,
        String receivedSource,
        List<String> from,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        List<String> envelope,
        List<String> exchange,
        String subject,
        String messageId,
        List<String> inReplyTo,
        List<String> references,
        String thread,
        String duplicateGroup,
        String indexed,
        List<Gap> gaps,
        List<File> attachments,
        List<Collected> collections,
        List<Contained> containers,
        @Nullable ShownCall call,
        @Nullable ShownClass classification,
        List<String> holds,
        List<Event> ledger,
        String address,
        String text) {
    public record Gap(String place, String reason) {
        /** In words; a number is that of a part of the message. */
        String text() {
            return (Character.isDigit(place.isEmpty() ? ' ' : place.charAt(0)) ? "part " : "") + place + ": " + reason;
        }
    }

    public record File(String place, String name, String type, long size, String digest, boolean inline) {}

    public record Collected(
            String custodian, String source, String place, String folder, List<String> flags, String at, String run) {}

    /**
     * The file that it came out of and that is kept beside it.
     *
     * @param destroyed when; null while it is there
     */
    public record Contained(
            String digest,
            String format,
            long size,
            String place,
            @Nullable String destroyed) {
        static Contained of(Container one) {
            return new Contained(
                    one.original().digest().hex(),
                    one.original().format(),
                    one.original().size(),
                    one.place(),
                    one.ending().map(end -> end.at().toString()).orElse(null));
        }
    }

    public record Event(long entry, String at, String what) {}

    /** @param text its own words, as far as they could be read */
    public static ShownItem of(Archive archive, RegisteredItem row, ItemText text) {
        Item item = row.item();
        return new ShownItem(
                item.id().value(),
                item.digest().hex(),
                item.kind().name().toLowerCase(Locale.ROOT),
                item.size(),
                text(item.dates().sent()),
                item.dates().sentAsWritten(),
                text(item.dates().received()),
                item.dates().source().name().toLowerCase(Locale.ROOT),
                names(item.people().from()),
                names(item.people().to()),
                names(item.people().cc()),
                names(item.people().bcc()),
                names(item.people().envelope()),
                names(item.people().exchange()),
                item.subject(),
                item.threading().messageId(),
                item.threading().inReplyTo(),
                item.threading().references(),
                row.thread(),
                item.duplicateGroup().hex(),
                item.coverage().extent().name().toLowerCase(Locale.ROOT),
                gaps(item),
                files(item),
                collections(archive, item.id()),
                containers(archive, item.id()),
                ShownCall.of(archive, row),
                archive.retention()
                        .classifications()
                        .find(item.id())
                        .map(one -> ShownClass.of(one, isVerified(archive, one)))
                        .orElse(null),
                holds(archive, item.id()),
                archive.ledger().entriesFor(item.id().value()).stream()
                        .map(ShownItem::event)
                        .toList(),
                text.address(),
                text.body());
    }

    private static List<Collected> collections(Archive archive, ItemId item) {
        return archive.items().collections(item).stream()
                .map(ShownItem::collected)
                .toList();
    }

    private static List<Contained> containers(Archive archive, ItemId item) {
        return archive.containers().all(item).stream().map(Contained::of).toList();
    }

    /** The holds that bind today and have it on their lists. */
    private static boolean isVerified(Archive archive, Classification one) {
        return archive.retention()
                .schedules()
                .inForce(archive.retention().day(archive.clock().instant()))
                .flatMap(adopted -> adopted.schedule().find(one.series()))
                .map(RecordSeries::verified)
                .orElse(true);
    }

    private static List<String> holds(Archive archive, ItemId item) {
        Set<HoldId> listed = archive.caughtItems().holdsOf(List.of(item)).getOrDefault(item, Set.of());
        return archive.holds().standing(archive.holds().day(archive.clock().instant())).holds().stream()
                .map(LegalHold::id)
                .filter(listed::contains)
                .map(HoldId::value)
                .toList();
    }

    private static List<Gap> gaps(Item item) {
        return item.coverage().gaps().stream()
                .map(gap -> new Gap(gap.place(), gap.reason()))
                .toList();
    }

    private static List<File> files(Item item) {
        return item.attachments().stream()
                .map(file -> new File(
                        file.place(),
                        file.name(),
                        file.type(),
                        file.size(),
                        file.digest().hex(),
                        file.inline()))
                .toList();
    }

    private static Collected collected(Collection one) {
        return new Collected(
                one.custodian().address(),
                one.source(),
                one.place(),
                one.folder(),
                one.flags(),
                one.collectedAt().toString(),
                one.run());
    }

    private static Event event(Entry entry) {
        return new Event(entry.index(), entry.event().at().toString(), EventWords.of(entry.event()));
    }

    private static List<String> names(List<Address> addresses) {
        return addresses.stream().map(Address::toString).toList();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
