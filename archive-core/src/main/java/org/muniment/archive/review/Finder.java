package org.muniment.archive.review;

import java.util.List;
import java.util.Map;

/** Proposes passages of an item to hide. Proposes only: a person decides. Safe for many threads. */
public interface Finder {
    /**
     * Looks through an item.
     *
     * @param texts the item's parts, see {@link PartTexts#of}
     * @return passages by part, in order of their start; parts without any are left out
     */
    Map<Part, List<Found>> find(Map<Part, String> texts);
}
