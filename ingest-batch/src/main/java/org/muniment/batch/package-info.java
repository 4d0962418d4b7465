/** The verbs: jobs that take items in, index them again, and later expire, produce and check them. */
@NullMarked
package org.muniment.batch;

import org.jspecify.annotations.NullMarked;
