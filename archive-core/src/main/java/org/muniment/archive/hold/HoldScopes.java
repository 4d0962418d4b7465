package org.muniment.archive.hold;

import org.springframework.jdbc.core.JdbcTemplate;

/** What holds cover, as one connection sees it: for rooms whose own rows name a hold. */
public final class HoldScopes {
    private final HoldRows rows;

    /** @param jdbc the reader, or the writer for what the caller's transaction has changed */
    public HoldScopes(JdbcTemplate jdbc) {
        this.rows = new HoldRows(jdbc);
    }

    /** @throws HoldRefused when there is no such hold */
    public HoldScope of(HoldId hold) {
        return rows.one(hold).hold().scope();
    }
}
