/**
 * Retention schedules: what the law says of how long each kind of record is kept, and what that means for an item.
 *
 * <p>A {@link org.muniment.archive.schedule.RetentionSchedule} is data: series with a query, a class, a period and a
 * citation. The {@link org.muniment.archive.schedule.Classifier} holds an item's own words against them and gives its
 * {@link org.muniment.archive.schedule.Classification}: class, series, why, and the eligible day. The registers keep
 * what was decided, by rule or by a person, and the events that start clocks.
 */
@NullMarked
package org.muniment.archive.schedule;

import org.jspecify.annotations.NullMarked;
