package org.muniment.archive.pdf;

/**
 * What is printed in a page's lower margin, where no paper sets anything.
 *
 * @param mark lower right, the page's Bates number; also its label in a reader. Empty on pages that have none
 * @param foot lower left: a confidentiality legend; may be empty
 */
public record Stamp(String mark, String foot) {}
