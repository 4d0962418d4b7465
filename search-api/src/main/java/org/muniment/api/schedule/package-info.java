/** The doors to retention: schedules, declarations, events, the yearly review. */
@NullMarked
package org.muniment.api.schedule;

import org.jspecify.annotations.NullMarked;
