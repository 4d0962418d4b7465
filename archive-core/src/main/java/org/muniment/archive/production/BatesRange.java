package org.muniment.archive.production;

/**
 * Numbers that follow each other without a gap.
 *
 * @param first its first number
 * @param last its last one, inclusive
 */
public record BatesRange(BatesNumber first, BatesNumber last) {
    public BatesRange {
        if (!first.prefix().equals(last.prefix()) || first.number() > last.number()) {
            throw new IllegalArgumentException(first + " to " + last + " is no range of Bates numbers");
        }
    }

    /** How many pages it numbers. */
    public long pages() {
        return last.number() - first.number() + 1;
    }

    public boolean contains(BatesNumber number) {
        return number.prefix().equals(first.prefix())
                && number.number() >= first.number()
                && number.number() <= last.number();
    }

    /** Whether every number of the other is one of this. */
    public boolean contains(BatesRange other) {
        return contains(other.first) && contains(other.last);
    }

    /** {@code CUSD-000000001 - CUSD-000000007}, or the number alone where there is one. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " - " + last;
    }
}
