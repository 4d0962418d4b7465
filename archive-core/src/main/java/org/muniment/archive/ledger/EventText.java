package org.muniment.archive.ledger;

import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.archive.ledger.CustodyEvent.ArchiveCreated;
import org.muniment.archive.ledger.CustodyEvent.Collected;
import org.muniment.archive.ledger.CustodyEvent.CollectedAgain;
import org.muniment.archive.ledger.CustodyEvent.Reconciled;
import org.muniment.archive.ledger.CustodyEvent.Rejected;

/**
 * The one written form of each event: what the ledger hashes. JSON in ASCII without spaces, {@code type} first, then the
 * record's components in their order. What was once written stays so for ever: a type or a field is never renamed.
 */
final class EventText {
    private static final Map<String, EventShape> SHAPES = shapes(Map.of(
            "archive-created", ArchiveCreated.class,
            "collected", Collected.class,
            "collected-again", CollectedAgain.class,
            "rejected", Rejected.class,
            "reconciled", Reconciled.class));

    private static final Map<Class<?>, EventShape> BY_RECORD =
            SHAPES.values().stream().collect(Collectors.toUnmodifiableMap(EventShape::event, shape -> shape));

    private EventText() {}

    private static Map<String, EventShape> shapes(Map<String, Class<? extends CustodyEvent>> types) {
        return types.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, type -> EventShape.of(type.getKey(), type.getValue())));
    }

    /** What the event is about: an item, a run, or the archive by its origin. */
    static String subject(CustodyEvent event) {
        return switch (event) {
            case ArchiveCreated created -> created.origin();
            case Collected collected -> collected.item();
            case CollectedAgain collected -> collected.item();
            case Rejected rejected -> rejected.run();
            case Reconciled reconciled -> reconciled.run();
        };
    }

    static String write(CustodyEvent event) {
        EventShape shape = BY_RECORD.get(event.getClass());
        if (shape == null) {
            throw new IllegalStateException("The ledger does not know how to write a " + event.getClass());
        }
        return shape.write(event);
    }

    /**
     * Reads an event.
     *
     * @throws Malformed when it is none that this version knows
     */
    static CustodyEvent read(String json) {
        Map<String, Object> fields = EventShape.fields(json);
        EventShape shape = SHAPES.get(String.valueOf(fields.get(EventShape.TYPE)));
        if (shape == null) {
            throw new Malformed("Not an event that this version knows: " + json);
        }
        return shape.read(fields);
    }
}
