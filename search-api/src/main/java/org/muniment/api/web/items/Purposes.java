package org.muniment.api.web.items;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.hold.Matter;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.springframework.stereotype.Component;

/**
 * For what people look at others' mail, and the record of it, made before a page answers. Whoever has no purpose sees nothing.
 * Safe for many threads.
 */
@Component
public final class Purposes {
    private final Archive archive;
    private final Clock clock;

    Purposes(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /** A purpose to choose: its text form, and words for it. */
    public record Choice(String value, String words) {}

    /** Requests that are open and matters, the latest first. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        archive.requests().list().stream()
                .filter(RecordsRequest::isOpen)
                .map(one -> new Choice("request:" + one.id(), "Request " + one.id() + ": " + one.summary()))
                .forEach(choices::add);
        archive.holds().matters().stream()
                .map(one -> new Choice("matter:" + one.id(), "Matter " + one.id() + ": " + one.title()))
                .forEach(choices::add);
        choices.add(new Choice("retention", "Retention: how long records are kept"));
        return choices;
    }

    /**
     * The purpose that an address names with {@code for}, and {@code by} where it is monitoring; empty when it names none, or
     * a request or matter that there is not.
     */
    public Optional<Purpose> of(Map<String, String> parameters) {
        return named(parameters).filter(this::exists);
    }

    private static Optional<Purpose> named(Map<String, String> parameters) {
        String said = parameters.getOrDefault("for", "").strip();
        String by = parameters.getOrDefault("by", "").strip();
        try {
            return Optional.of(Purpose.parse(said.equals("monitoring") ? said + ":" + by : said));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private boolean exists(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Request request ->
                archive.requests().find(new RequestId(request.id())).isPresent();
            case Purpose.Matter matter ->
                archive.holds().matters().stream().map(Matter::id).anyMatch(matter.id()::equals);
            case Purpose.Monitoring monitoring -> true;
            case Purpose.Retention retention -> true;
            case Purpose.Production production -> false;
            case Purpose.Own own -> false;
        };
    }

    /** In words, for the head of a page. */
    public static String words(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Request request -> "for request " + request.id();
            case Purpose.Matter matter -> "for matter " + matter.id();
            case Purpose.Monitoring monitoring -> "as monitoring authorised by " + monitoring.authorisedBy();
            case Purpose.Retention retention -> "to decide on retention";
            case Purpose.Production production -> "for a production, " + production.about();
            case Purpose.Own own -> "as your own mail";
        };
    }

    /** Notes looks at items, before they are shown. */
    public void looked(Who who, Purpose purpose, Collection<ItemId> items) {
        Instant at = clock.instant();
        archive.catalogue()
                .together(() -> items.forEach(item -> archive.access().looks().look(who.user(), purpose, item, at)));
    }

    /** Notes a search, before what it found is shown. */
    public void searched(Who who, Purpose purpose, String query, long found) {
        Instant at = clock.instant();
        archive.catalogue().together(() -> archive.access().looks().searched(who.user(), purpose, query, found, at));
    }
}
