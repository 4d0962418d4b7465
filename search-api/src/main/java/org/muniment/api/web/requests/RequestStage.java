package org.muniment.api.web.requests;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.muniment.archive.production.Production;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestStep;

/** How far a request has come, as the row of steps on its page shows it. */
enum RequestStage {
    FROZEN("Received and frozen"),
    ACKNOWLEDGED("Acknowledged"),
    REVIEWED("Reviewed"),
    DETERMINED("Determined"),
    BUILT("Built and checked"),
    RELEASED("Released"),
    CLOSED("Closed");

    private final String words;

    RequestStage(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** What is done already. */
    static Set<RequestStage> done(
            RecordsRequest request, List<RequestStep> steps, ReviewFigures figures, List<Production> productions) {
        Set<RequestStage> done = EnumSet.of(FROZEN);
        steps.forEach(step -> {
            switch (step.kind()) {
                case ACKNOWLEDGED -> done.add(ACKNOWLEDGED);
                case DETERMINED -> done.add(DETERMINED);
                case RELEASED -> done.add(RELEASED);
                case CLARIFICATION_ASKED, CLARIFICATION_ANSWERED, ASSISTED, SCOPE_CHANGED, EXTENSION_SENT, NOTED -> {}
            }
        });
        if (figures.isDone()) {
            done.add(REVIEWED);
        }
        productions.forEach(production -> {
            switch (production.stage()) {
                case Production.Stage.Checked checked -> done.add(BUILT);
                case Production.Stage.Released released -> done.addAll(Set.of(BUILT, RELEASED));
                case Production.Stage.Draft draft -> {}
                case Production.Stage.Built built -> {}
                case Production.Stage.Abandoned abandoned -> {}
            }
        });
        if (!request.isOpen()) {
            done.add(CLOSED);
        }
        return done;
    }

    /** The first that is not done yet; the last when all are. */
    static RequestStage current(Set<RequestStage> done) {
        for (RequestStage stage : values()) {
            if (!done.contains(stage)) {
                return stage;
            }
        }
        return CLOSED;
    }
}
