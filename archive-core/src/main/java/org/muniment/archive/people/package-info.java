/**
 * Who works for the district: names, addresses and aliases, role and site, hired and separated. When somebody leaves, a
 * {@link org.muniment.archive.people.Departure} holds the mailbox until it is decided what becomes of it.
 */
@NullMarked
package org.muniment.archive.people;

import org.jspecify.annotations.NullMarked;
