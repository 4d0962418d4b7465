package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.hold.HoldKind;

/** All vetoes. The first that speaks is the reason an item is kept and counted by; holds speak first. */
final class Vetoes {
    static final String NOT_JUDGED = "could not be judged";
    static final String UNPROVEN = "unproven copy";
    static final String LOCKED = "locked in the object store";

    private static final List<Veto> ALL = all();

    private Vetoes() {}

    private static List<Veto> all() {
        List<Veto> all = new ArrayList<>();
        Arrays.stream(HoldKind.values()).map(Held::new).forEach(all::add);
        all.addAll(List.of(
                new ContainerHeld(),
                new OtherThanListed(),
                new PermanentRecord(),
                new AwaitsConfirmation(),
                new NotReadInFull(),
                new UnknownReceipt(),
                new NotYetEligible(),
                new NoCitation(),
                new ConflictOfLaws(),
                new PartOfARecordThread(),
                new NeedsAList(),
                new TakenOffByAnOfficer(),
                new NotUnderTheAuthority()));
        return List.copyOf(all);
    }

    /** Why the item is kept; empty when nothing speaks against its destruction. */
    static Optional<Refusal> against(Case item) {
        for (Veto veto : ALL) {
            Optional<String> words = veto.against(item);
            if (words.isPresent()) {
                return Optional.of(new Refusal(veto.name(), words.get()));
            }
        }
        return Optional.empty();
    }

    /** Whatever goes wrong while an item is judged keeps it. */
    static Refusal notJudged(Throwable problem) {
        return new Refusal(NOT_JUDGED, "It could not be judged: " + describe(problem) + ".");
    }

    private static String describe(Throwable problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank() ? problem.getClass().getSimpleName() : message;
    }
}
