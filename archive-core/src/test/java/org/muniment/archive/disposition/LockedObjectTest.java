package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogues;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.FileObjectStore;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.store.StoreRefused;

/** What the store itself refuses to delete, as S3 Object Lock does, stays an item, and the plan says why. */
class LockedObjectTest {
    private static final String ANN = "ann@district.example";
    private static final LocalDate OLD = RecordsOffice.START.minusYears(3);

    @TempDir
    private Path folder;

    /** Refuses what begins with a digit below 8. */
    private record Locking(ObjectStore objects) implements ObjectStore {
        static boolean isLocked(Digest digest) {
            return digest.hex().charAt(0) < '8';
        }

        @Override
        public Digest put(InputStream bytes) {
            return objects.put(bytes);
        }

        @Override
        public void sync() {
            objects.sync();
        }

        @Override
        public InputStream open(Digest digest) {
            return objects.open(digest);
        }

        @Override
        public boolean contains(Digest digest) {
            return objects.contains(digest);
        }

        @Override
        public Stream<Digest> list() {
            return objects.list();
        }

        @Override
        public void destroy(Digest digest) {
            if (isLocked(digest)) {
                throw new StoreRefused(digest + " is locked until 2031-01-01T00:00:00Z.");
            }
            objects.destroy(digest);
        }

        @Override
        public void close() {
            objects.close();
        }
    }

    @Test
    void whatTheStoreRefusesToDeleteIsKeptWithTheReasonAndTheOthersAreDestroyed() {
        ObjectStore objects = new Locking(new FileObjectStore(folder.resolve("objects")));
        try (RecordsOffice office = new RecordsOffice(Catalogues.sqlite(folder), objects, folder)) {
            office.adopt(SmallSchedule.yaml(90));
            for (int i = 0; i < 20; i++) {
                office.collect("lunch", "number " + i, OLD, ANN);
            }
            PlanId plan = office.condemned(RecordsOffice.START);
            office.destroyAll(plan, RecordsOffice.START.plusDays(30));
            long locked = 0;
            for (PlanLine line : office.disposal.plans().lines(plan, 0, 99)) {
                boolean kept = Locking.isLocked(line.object());
                locked += kept ? 1 : 0;
                assertThat(office.isThere(line.item())).isEqualTo(kept);
                assertThat(objects.contains(line.object())).isEqualTo(kept);
                if (line.disposition() instanceof Disposition.Withdrawn withdrawn) {
                    assertThat(withdrawn.refusal().words()).contains("locked until 2031-01-01");
                } else {
                    assertThat(line.disposition()).isInstanceOf(Disposition.Destroyed.class);
                }
            }
            assertThat(locked).isBetween(1L, 19L);
            assertThat(office.events(CustodyEvent.Destroyed.class)).hasSize((int) (20 - locked));
            assertThat(office.objects.list().map(ItemId::of).allMatch(office::isThere))
                    .isTrue();
        }
    }
}
