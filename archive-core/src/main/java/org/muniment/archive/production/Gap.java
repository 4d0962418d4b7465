package org.muniment.archive.production;

/**
 * Numbers that stand on no page that anybody should have, and never will.
 *
 * @param production where they were lost
 * @param why {@code left free}, or why the production was abandoned
 */
public record Gap(BatesRange numbers, ProductionId production, String why) {}
