package org.muniment.archive.item;

import org.muniment.archive.store.Digest;

/**
 * A file that came with a message. Files inside it (members of an archive, parts of a nested message) are listed after
 * it, each with its own place.
 *
 * @param place where it sits: part numbers from 1 joined by dots ({@code 2.1}); a member of an archive file adds
 *     {@code !} and its path
 * @param name file name, decoded and without folders; empty when it has none
 * @param type media type in lower case, without parameters
 * @param size decoded bytes
 * @param digest SHA-256 of the decoded bytes
 * @param inline shown inside the body rather than listed beside it
 */
public record Attachment(String place, String name, String type, long size, Digest digest, boolean inline) {}
