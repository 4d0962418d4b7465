package org.muniment.batch.fixity;

import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares two ascending sequences without remembering them. */
final class Parting {
    private Parting() {}

    /**
     * Tells what only one of them has. What is there twice in a row counts once.
     *
     * @param one ascending
     * @param other ascending
     */
    static <T extends Comparable<T>> void of(
            Iterator<T> one, Iterator<T> other, Consumer<T> onlyInOne, Consumer<T> onlyInOther) {
        @Nullable T left = next(one, null);
        @Nullable T right = next(other, null);
        while (left != null || right != null) {
            int order = left == null ? 1 : right == null ? -1 : left.compareTo(right);
            if (left != null && order < 0) {
                onlyInOne.accept(left);
            }
            if (right != null && order > 0) {
                onlyInOther.accept(right);
            }
            left = left != null && order <= 0 ? next(one, left) : left;
            right = right != null && order >= 0 ? next(other, right) : right;
        }
    }

    private static <T> @Nullable T next(Iterator<T> values, @Nullable T last) {
        while (values.hasNext()) {
            T value = values.next();
            if (!value.equals(last)) {
                return value;
            }
        }
        return null;
    }
}
