package org.muniment.batch.produce.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.archive.item.ItemId;
import org.muniment.batch.produce.leak.PackageText.Piece;

/**
 * Reads a finished package again for every word that was hidden, wherever it may stand: pages, inflated streams, bookmarks,
 * properties, load files, logs, texts, names, natives. For one thread.
 */
public final class LeakTest {
    /** Shorter words stand in any text; they are looked for in their own item only. */
    private static final int SHORTEST_ELSEWHERE = 4;

    private static final int MOST = 1_000;
    private static final Runnable NOTHING = () -> {};

    private final List<Secret> secrets;
    private final Sources sources;
    private final PictureReader eyes;
    private final Set<ItemId> hiding;
    private final WordScan scan;
    private final BitSet common;
    private final Set<Leak> leaks = new LinkedHashSet<>();
    private final Set<Integer> shown = new HashSet<>();
    private final List<InBytes> inBytes = new ArrayList<>();
    private long unread;

    private record InBytes(int secret, String where) {}

    /** What the test asks about the items whose pages it reads. */
    public interface Sources {
        /** The item on whose pages a Bates number stands; empty for none. Asked by several threads at once. */
        Optional<ItemId> at(String number);

        /** The items that have exactly this as a title, a name or the like: a bookmark has no number. */
        Set<ItemId> titled(String text);

        /** What is to be seen of an item on its pages: its words without what is hidden. */
        String visible(ItemId item);

        /** All words of an item's files, when they are given as they are. */
        String natives(ItemId item);

        /** What the program prints of itself: a word of it says nothing wherever it is found. */
        String printed();

        /** What people chose to print: what it is about, what was searched. */
        String chosen();
    }

    /**
     * @param secrets what was hidden
     * @param sources what is asked about items
     * @param eyes for pictures on the pages of items of which something is hidden
     */
    public LeakTest(List<Secret> secrets, Sources sources, PictureReader eyes) {
        this.secrets = List.copyOf(secrets);
        this.sources = sources;
        this.eyes = eyes;
        this.hiding = this.secrets.stream().map(Secret::item).collect(Collectors.toSet());
        this.scan = new WordScan(secrets.stream().map(Secret::words).toList());
        this.common = scan.in(sources.printed());
        common.andNot(scan.in(sources.chosen()));
    }

    /**
     * Reads a package; gives what was found, at most a thousand.
     *
     * @param folder its contents
     * @throws IOException when something of it can't be read: then it must not be given out
     */
    public List<Leak> run(Path folder) throws IOException {
        if (secrets.isEmpty()) {
            return List.of();
        }
        try (Ahead ahead = new Ahead(this::seen)) {
            PackageText.read(folder, ahead::add);
            ahead.finish();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        // What legitimately stands on a page stands in its streams, too.
        for (InBytes hit : inBytes) {
            add(
                    shown.contains(hit.secret()) || common.get(hit.secret()) ? Leak.Sort.SHOWN : Leak.Sort.LEAKED,
                    hit.secret(),
                    hit.where());
        }
        return List.copyOf(leaks);
    }

    /** Pictures on pages of which something is hidden that nobody could read; known after the run. */
    public long unreadPictures() {
        return unread;
    }

    /** Looks at a piece, on any thread; gives what is to be said of it, in the order of the pieces. */
    private Runnable seen(Piece piece) {
        return switch (piece) {
            case Piece.Text text -> text(text);
            case Piece.Page page -> page(page);
            case Piece.Picture picture -> picture(picture);
            case Piece.Bytes bytes -> {
                BitSet found = scan.in(bytes.bytes());
                yield found.isEmpty()
                        ? NOTHING
                        : () -> each(found, secret -> inBytes.add(new InBytes(secret, bytes.where())));
            }
            case Piece.Native file -> () -> given(file);
        };
    }

    private Runnable text(Piece.Text text) {
        BitSet found = scan.in(text.text());
        return found.isEmpty() ? NOTHING : () -> judge(text, found);
    }

    private Runnable page(Piece.Page page) {
        try {
            List<Runnable> seen = page.texts().stream().map(this::text).toList();
            return () -> seen.forEach(Runnable::run);
        } catch (IOException e) {
            throw new UncheckedIOException("The text of " + page.where() + " is not known", e);
        }
    }

    private Runnable picture(Piece.Picture picture) {
        if (items(picture.numbers()).stream().noneMatch(hiding::contains)) {
            return NOTHING;
        }
        try {
            Optional<String> words = eyes.words(picture.file());
            return words.isEmpty()
                    ? () -> unread++
                    : text(new Piece.Text(picture.where() + ", in the picture", picture.numbers(), words.get()));
        } catch (IOException e) {
            throw new UncheckedIOException("The picture on " + picture.where() + " could not be read", e);
        }
    }

    /** Of a redacted item nothing is given as it was; of others what is given may hold what is hidden elsewhere. */
    private void given(Piece.Native file) {
        for (ItemId item : items(file.numbers())) {
            each(scan.in(sources.natives(item)), secret -> {
                boolean own = secrets.get(secret).item().equals(item);
                if (own || secrets.get(secret).everywhere() && !isShort(secret)) {
                    add(own ? Leak.Sort.LEAKED : Leak.Sort.SHOWN, secret, file.where());
                }
            });
        }
    }

    private void judge(Piece.Text text, BitSet found) {
        Set<ItemId> items = items(text);
        each(found, secret -> found(secret, items, text.where()));
    }

    private Set<ItemId> items(Piece.Text text) {
        Set<ItemId> items = items(text.numbers());
        return items.isEmpty() ? sources.titled(text.text()) : items;
    }

    private Set<ItemId> items(Set<String> numbers) {
        return numbers.stream().flatMap(number -> sources.at(number).stream()).collect(Collectors.toSet());
    }

    private void found(int secret, Set<ItemId> items, String where) {
        boolean meant = items.stream().anyMatch(item -> isVisible(secret, item));
        if (common.get(secret) && !meant) {
            return;
        }
        if (meant) {
            shown.add(secret);
        }
        boolean own = items.contains(secrets.get(secret).item());
        boolean tested = own || secrets.get(secret).everywhere();
        if (tested && !(meant && isShort(secret))) {
            add(meant ? Leak.Sort.SHOWN : Leak.Sort.LEAKED, secret, where);
        }
    }

    private boolean isVisible(int secret, ItemId item) {
        return scan.in(sources.visible(item)).get(secret);
    }

    private boolean isShort(int secret) {
        return WordScan.bare(secrets.get(secret).words()).length() < SHORTEST_ELSEWHERE;
    }

    private void add(Leak.Sort sort, int secret, String where) {
        if (leaks.size() < MOST) {
            leaks.add(new Leak(sort, secrets.get(secret).item(), where));
        }
    }

    private static void each(BitSet found, java.util.function.IntConsumer task) {
        found.stream().forEach(task);
    }
}
