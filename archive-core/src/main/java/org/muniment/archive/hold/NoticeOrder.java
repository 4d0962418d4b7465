package org.muniment.archive.hold;

import java.util.List;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.hold.Notice.Step;
import org.muniment.archive.item.Custodian;

/** Which step of a notice may follow which. */
final class NoticeOrder {
    private NoticeOrder() {}

    static void check(LegalHold hold, Custodian custodian, List<Notice> before, Step step) {
        boolean sent = !before.isEmpty();
        boolean acknowledged = did(before, Step.ACKNOWLEDGED);
        String of = custodian + " of " + hold.id();
        switch (step) {
            case SENT -> refuse(sent, "The notice to " + of + " was sent already; record a reminder instead");
            case REMINDED -> {
                refuse(!sent, "No notice was sent to " + of + " yet, so there is nothing to remind of");
                refuse(acknowledged, "The notice to " + of + " was acknowledged already");
            }
            case ACKNOWLEDGED -> {
                refuse(!sent, "No notice was sent to " + of + " yet, so there is nothing to acknowledge");
                refuse(acknowledged, "The notice to " + of + " was acknowledged already");
            }
            case RELEASED -> {
                refuse(!(hold.state() instanceof State.CoolingOff), hold.id() + " is not released");
                refuse(!sent, custodian + " was never told of " + hold.id());
                refuse(did(before, Step.RELEASED), custodian + " was told of the release already");
            }
        }
    }

    private static boolean did(List<Notice> before, Step step) {
        return before.stream().anyMatch(notice -> notice.step() == step);
    }

    private static void refuse(boolean wrong, String reason) {
        if (wrong) {
            throw new HoldRefused(reason);
        }
    }
}
