package org.muniment.batch.expire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.StoreRefused;

/**
 * Bytes of destroyed items that are in the object store all the same: put back from a backup, or left by a collection of the
 * same bytes that broke off. Reads the whole list of objects.
 */
public final class Remains {
    private static final int PORTION = 500;

    private final Archive archive;

    /**
     * What was done.
     *
     * @param objects removed
     * @param refused what the object store would not remove, and why
     */
    public record Swept(long objects, List<String> refused) {
        public Swept {
            refused = List.copyOf(refused);
        }
    }

    /** @param archive opened to write */
    public Remains(Archive archive) {
        this.archive = archive;
    }

    /** Removes them. */
    public Swept sweep() {
        List<String> refused = new ArrayList<>();
        try (Stream<Digest> objects = archive.objects().list()) {
            long removed = objects.gather(Gatherers.windowFixed(PORTION))
                    .mapToLong(portion -> sweep(portion, refused))
                    .sum();
            return new Swept(removed, refused);
        }
    }

    private long sweep(List<Digest> portion, List<String> refused) {
        Set<Digest> destroyed = new LinkedHashSet<>(archive.containers().destroyed(portion));
        archive.items()
                .tombstones(portion.stream().map(ItemId::of).toList())
                .forEach(stone -> destroyed.add(stone.object()));
        destroyed.removeAll(archive.containers().kept(portion));
        return destroyed.isEmpty() ? 0 : remove(List.copyOf(destroyed), refused);
    }

    /** In the writers' turn: nobody can register one of them again before it is gone. */
    private long remove(List<Digest> destroyed, List<String> refused) {
        Long removed = archive.catalogue().transactions().execute(status -> {
            archive.items().unchanged(Map.of());
            var there = archive.items()
                    .registered(destroyed.stream().map(ItemId::of).toList());
            long gone = destroyed.stream()
                    .filter(object -> !there.contains(ItemId.of(object)))
                    .filter(object -> removed(object, refused))
                    .count();
            archive.objects().sync();
            return gone;
        });
        return removed == null ? 0 : removed;
    }

    private boolean removed(Digest object, List<String> refused) {
        try {
            archive.objects().destroy(object);
            return true;
        } catch (StoreRefused locked) {
            refused.add(String.valueOf(locked.getMessage()));
            return false;
        }
    }
}
