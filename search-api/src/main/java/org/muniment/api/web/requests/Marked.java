package org.muniment.api.web.requests;

import java.util.List;
import org.muniment.archive.pdf.Spot;
import org.muniment.batch.produce.ItemProof;

/** What somebody marks on a page of an item, to be removed. */
public sealed interface Marked {
    /** What of the item lies under it. Throws {@code ReviewRefused} when nothing does that can be removed. */
    List<ItemProof.Mark> on(ItemProof page);

    /** @param numbers of words, as the page names them */
    record Words(List<Integer> numbers) implements Marked {
        public Words {
            numbers = List.copyOf(numbers);
        }

        @Override
        public List<ItemProof.Mark> on(ItemProof page) {
            return page.of(numbers);
        }
    }

    /** @param spot in shares of the page */
    record Area(Spot spot) implements Marked {
        @Override
        public List<ItemProof.Mark> on(ItemProof page) {
            return page.under(spot);
        }
    }
}
