/**
 * Taking mail in. An {@link org.muniment.batch.ingest.ItemSource} streams what a container holds, a job stores, reads
 * and registers it in portions, each in one transaction with its place to resume at, and every run ends in a
 * {@link org.muniment.batch.ingest.Reconciliation}. What cannot be taken in is rejected by name, never dropped.
 */
@NullMarked
package org.muniment.batch.ingest;

import org.jspecify.annotations.NullMarked;
