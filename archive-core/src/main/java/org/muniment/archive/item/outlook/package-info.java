/**
 * Messages, appointments, contacts and tasks as Outlook keeps them (MS-OXCMSG, MS-OXPROPS): read from a {@code .msg} file
 * (MS-OXMSG) or handed over by whoever reads another file of Outlook, and written as one MIME message that every reader of
 * mail understands. Why so: decision 0022.
 */
@NullMarked
package org.muniment.archive.item.outlook;

import org.jspecify.annotations.NullMarked;
