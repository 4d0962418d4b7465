package org.muniment.api.web.search;

import java.util.List;

/**
 * A way in which matches fall into groups.
 *
 * @param more how many groups are not shown
 * @param other the same search with all groups shown, or with the first few again
 * @param isWhole whether all were asked for, or those that have some words
 */
public record FacetGroup(String title, List<Link> links, long more, String other, boolean isWhole) {
    /**
     * A group, and the search for it alone; of a chosen one the search without it.
     *
     * @param isOn whether it was chosen
     */
    public record Link(String words, long items, String path, boolean isOn) {}

    public FacetGroup {
        links = List.copyOf(links);
    }
}
