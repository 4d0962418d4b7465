/** Accounts, sources, index, ledger, schedules and jobs: what whoever looks after the machine does, and auditors read. */
@NullMarked
package org.muniment.api.web.admin;

import org.jspecify.annotations.NullMarked;
