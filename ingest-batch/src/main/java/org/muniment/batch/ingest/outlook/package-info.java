/**
 * Outlook's data files ({@code .pst}, {@code .ost}; MS-PST): a child process reads them with java-libpst and hands over one
 * message after another; the file itself is kept beside its items. Why so: decision 0022.
 */
@NullMarked
package org.muniment.batch.ingest.outlook;

import org.jspecify.annotations.NullMarked;
