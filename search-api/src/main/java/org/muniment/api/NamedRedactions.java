package org.muniment.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.RedactionId;
import org.muniment.archive.review.ReviewRefused;
import org.muniment.archive.review.ReviewSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Redactions of a review that a person named: options of the commands that decide about them. */
final class NamedRedactions {
    private static final int PAGE = 1000;

    @Parameters(index = "0", paramLabel = "SET", description = "The request, such as R3, or the name of a review.")
    private String set = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "Redactions, such as X12.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--item", paramLabel = "ITEM", description = "All that are proposed for this item.")
    private @Nullable String item;

    @Option(names = "--all", description = "All that are proposed in the review.")
    private boolean all;

    String set() {
        return set;
    }

    /** Reads a redaction's name. */
    static RedactionId id(String name) {
        try {
            return new RedactionId(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    /** The order in which redactions came. */
    static long number(RedactionId id) {
        return Long.parseLong(id.value().substring(1));
    }

    /** Finds them; all must be of the set. */
    List<RedactionId> find(Archive archive, ReviewSet of) {
        if (ids.isEmpty() && item == null && !all) {
            throw new WrongUsage("Say which redactions: by their names, by --item, or --all that are proposed");
        }
        List<RedactionId> found =
                new ArrayList<>(ids.stream().map(NamedRedactions::id).toList());
        found.forEach(id -> ofSet(archive, id, of));
        if (item != null) {
            ItemId id = Found.item(archive, item).item().id();
            archive.redactions().of(of, id).stream()
                    .filter(one -> one.state() == Redaction.State.SUGGESTED)
                    .forEach(one -> found.add(one.id()));
        }
        if (all) {
            List<Redaction> page = archive.redactions().page(of, Redaction.State.SUGGESTED, null, PAGE);
            while (!page.isEmpty()) {
                page.forEach(one -> found.add(one.id()));
                page = archive.redactions()
                        .page(of, Redaction.State.SUGGESTED, page.getLast().id(), PAGE);
            }
        }
        return found;
    }

    private static void ofSet(Archive archive, RedactionId id, ReviewSet of) {
        Redaction found =
                archive.redactions().find(id).orElseThrow(() -> new ReviewRefused("There is no redaction " + id));
        if (!found.set().equals(of)) {
            throw new ReviewRefused("Redaction " + id + " is of the review " + found.set() + ", not of " + of);
        }
    }
}
