package org.muniment.archive.request;

import org.muniment.archive.hold.HoldScope;

/**
 * What a request asked for before its scope was changed.
 *
 * @param hold what kept it
 * @param change that ended it: when, by whom and why
 */
public record EarlierScope(HoldScope scope, String hold, RequestStep change) {}
