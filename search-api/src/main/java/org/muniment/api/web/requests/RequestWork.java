package org.muniment.api.web.requests;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.muniment.api.FrozenRequest;
import org.muniment.api.web.Changes;
import org.muniment.api.web.Who;
import org.muniment.api.web.holds.HoldLists;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.request.ExtensionGround;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RecordsRequest.State;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.request.RequestStep;
import org.springframework.stereotype.Component;

/**
 * What is done for a request besides letters, review and production. What can't be is a {@code RequestRefused} or
 * {@code HoldRefused}. Safe for many threads.
 */
@Component
public final class RequestWork {
    private static final int LONGEST_REVIEW = 3650;

    private final Archive archive;
    private final Changes changes;
    private final HoldLists lists;

    RequestWork(Archive archive, Changes changes, HoldLists lists) {
        this.lists = lists;
        this.archive = archive;
        this.changes = changes;
    }

    /**
     * Lets a request ask for something else: held when this returns, and listed by a job.
     *
     * @param reason why, such as what the requester answered
     */
    public RecordsRequest changeScope(RecordsRequest request, HoldScope scope, String reason, Who who) {
        RecordsRequest changed =
                FrozenRequest.changeScope(archive, request, scope, reason, who.officer(), changes.now());
        lists.list(new HoldId(changed.hold()), who);
        return changed;
    }

    /** Records a step. */
    public RequestStep take(RecordsRequest request, RequestStep.Kind kind, LocalDate on, String words, Who who) {
        return changes.make(
                () -> archive.requestSteps().take(request.id(), kind, on, words, who.officer(), changes.now()));
    }

    /** Records that the period is longer, until a day. */
    public RecordsRequest extend(
            RecordsRequest request, ExtensionGround ground, String reason, LocalDate until, Who who) {
        return changes.make(
                () -> archive.requests().extend(request.id(), ground, reason, until, who.officer(), changes.now()));
    }

    /**
     * Closes a request and asks for the release of its hold, which another person approves.
     *
     * @param reviewDays for how many days everything is kept for a court's review, at most ten years
     */
    public RecordsRequest close(RecordsRequest request, String outcome, int reviewDays, Who who) {
        LocalDate ends = archive.requests().day(changes.now()).plusDays(Math.clamp(reviewDays, 0, LONGEST_REVIEW));
        return changes.make(() -> {
            RecordsRequest closed = archive.requests().close(request.id(), outcome, ends, who.officer(), changes.now());
            archive.holds()
                    .find(new HoldId(request.hold()))
                    .filter(hold -> hold.state() instanceof LegalHold.State.InForce)
                    .ifPresent(hold -> archive.holds()
                            .requestRelease(
                                    hold.id(),
                                    who.officer(),
                                    "Request " + request.id() + " was closed; its review period ends on " + ends,
                                    changes.now()));
            return closed;
        });
    }

    /**
     * Lets the hold of a closed request go, as the second person.
     *
     * @return for how many days it binds, until the review period is over
     */
    public int releaseHold(RecordsRequest request, Who who) {
        if (!(request.state() instanceof State.Closed closed)) {
            throw new RequestRefused("The hold of an open request stays");
        }
        LocalDate ends = closed.reviewEnds();
        LocalDate today = archive.requests().day(changes.now());
        int days = ends == null ? 1 : (int) Math.max(1, ChronoUnit.DAYS.between(today, ends));
        changes.make(
                () -> archive.holds().approveRelease(new HoldId(request.hold()), who.officer(), changes.now(), days));
        return days;
    }

    /** Writes with what letters begin. */
    public void writeLetterhead(String letterhead) {
        archive.letters().templates().writeLetterhead(letterhead);
    }
}
