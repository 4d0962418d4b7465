package org.muniment.archive.item.text;

import java.util.Optional;
import org.muniment.archive.store.Spool;

/**
 * What came of reading a message file of Outlook.
 *
 * @param message the same as a MIME message, to be closed; empty when it could not be read or is no message
 * @param gap why there is none, in plain words; empty when the file is whole but no message
 */
public record MessageExtract(Optional<Spool> message, String gap) {}
