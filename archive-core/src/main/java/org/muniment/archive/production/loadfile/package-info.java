/**
 * The tables of a production: Concordance DAT and Opticon OPT load files, written and read by state machines, and the logs
 * as comma-separated values that no spreadsheet takes for formulas.
 */
@NullMarked
package org.muniment.archive.production.loadfile;

import org.jspecify.annotations.NullMarked;
