package org.muniment.archive.disposition;

import java.time.Instant;
import org.muniment.archive.ledger.Officer;

/** On what authority a plan is carried out, and the two persons who stand for it. */
public sealed interface Approval {
    /** When it was given. */
    Instant at();

    /** The first of the two: who proposed, or who signed the standing authority first. */
    Officer first();

    /** The second one, another person. */
    Officer second();

    /** The board's action or the standing authority, as certificates say it. */
    String words();

    /** A person other than the proposer approved the list, with the board's action. */
    record Listed(Officer first, Officer second, BoardAction action, Instant at) implements Approval {
        public Listed {
            Approval.requireTwo(first, second);
        }

        @Override
        public String words() {
            return action.words();
        }
    }

    /** An unattended plan, approved by the authority that two officers signed. */
    record Standing(StandingAuthority authority, Instant at) implements Approval {
        @Override
        public Officer first() {
            return authority.by();
        }

        @Override
        public Officer second() {
            return authority.second();
        }

        @Override
        public String words() {
            return "standing authority " + authority.id();
        }
    }

    private static void requireTwo(Officer first, Officer second) {
        if (first.isSamePersonAs(second)) {
            throw new IllegalArgumentException("An approval names two persons, not " + first + " twice");
        }
    }
}
