/**
 * The end of an item's life, in an order that can be proved right: a {@link org.muniment.archive.disposition.Planner}
 * freezes the list of what is due, a second person or a standing authority approves it, its items are condemned for a
 * grace period, and {@link org.muniment.archive.disposition.Destruction} ends them, one small batch at a time, inside the
 * lock that every hold waits for.
 *
 * <p>A {@link org.muniment.archive.disposition.Veto} says no with a reason. All of them are asked twice: when the list is
 * made, from the catalogue's rows, and when it is carried out, from the immutable objects. Whatever can't be judged is
 * kept. A {@link org.muniment.archive.disposition.Breaker} stops a whole run that removes more than usual.
 */
@NullMarked
package org.muniment.archive.disposition;

import org.jspecify.annotations.NullMarked;
