package org.muniment.api.web.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.muniment.archive.item.ItemId;

/** Items on their way out, each noted before it goes, some at a time. For one thread. */
public final class Recorded implements Iterator<ItemId> {
    private static final int AHEAD = 200;

    private final Iterator<ItemId> items;
    private final Consumer<List<ItemId>> note;
    private Iterator<ItemId> noted = List.<ItemId>of().iterator();

    public Recorded(Iterator<ItemId> items, Consumer<List<ItemId>> note) {
        this.items = items;
        this.note = note;
    }

    @Override
    public boolean hasNext() {
        return noted.hasNext() || items.hasNext();
    }

    @Override
    public ItemId next() {
        if (!noted.hasNext()) {
            List<ItemId> some = new ArrayList<>();
            while (some.size() < AHEAD && items.hasNext()) {
                some.add(items.next());
            }
            note.accept(some);
            noted = some.iterator();
        }
        return noted.next();
    }
}
