package org.muniment.archive.disposition;

/**
 * Why an item is not destroyed.
 *
 * @param veto the name of the veto, the same for all items it keeps, so that they can be counted: {@code litigation hold}
 * @param words one sentence for people about this item
 */
public record Refusal(String veto, String words) {
    public Refusal {
        if (veto.isBlank() || words.isBlank()) {
            throw new IllegalArgumentException("A refusal says why");
        }
    }
}
