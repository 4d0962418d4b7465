package org.muniment.api.web.items;

import org.muniment.archive.index.Marked;

/**
 * An attachment as the page of its item shows it.
 *
 * @param name its name, or what stands for one
 * @param path from which it is downloaded; empty when it is within another file
 * @param words what could be read of it, the first of it, with what was searched marked
 * @param isCut whether there is more
 * @param inline shown in the body
 */
public record ShownFile(
        String name, String type, long size, String path, Marked words, boolean isCut, boolean inline) {}
