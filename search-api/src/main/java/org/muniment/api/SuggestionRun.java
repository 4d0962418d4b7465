package org.muniment.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Exemptions;
import org.muniment.archive.review.Finder;
import org.muniment.archive.review.OwnContacts;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;
import org.muniment.archive.review.PatternFinder;
import org.muniment.archive.review.PersonalData;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.QuotedCopies;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewSet;
import org.muniment.archive.review.Suggestion;

/** Finders look through items of a review, and what they find is proposed, some items at a time. */
public final class SuggestionRun {
    private static final int PORTION = 100;
    private static final int PAGE = 1000;

    private final Archive archive;
    private final ReviewSet set;
    private final List<Finder> finders;
    private final Exemptions exemptions;
    private final ReviewedTexts texts;

    /**
     * What came of it.
     *
     * @param notFullyRead items of which something could not be read, and so not be looked through
     * @param byOrigin new proposals by how they came about
     */
    public record Outcome(
            String set,
            int items,
            int notFullyRead,
            long proposed,
            int itemsWithProposals,
            Map<String, Long> byOrigin) {}

    /**
     * @param finders what looks through the items
     * @param exemptions the grounds that are proposed
     */
    public SuggestionRun(Archive archive, ReviewSet set, List<Finder> finders, Exemptions exemptions) {
        this.archive = archive;
        this.set = set;
        this.finders = finders;
        this.exemptions = exemptions;
        this.texts = new ReviewedTexts(archive);
    }

    /** Looks for all kinds of personal data that have a pattern; what belongs to the district's own domains is left alone. */
    public static Finder patterns(Archive archive) {
        Set<String> domains = archive.items().holdings().shares().stream()
                .map(share -> share.custodian().address())
                .filter(address -> address.indexOf('@') > 0)
                .map(address -> address.substring(address.lastIndexOf('@') + 1))
                .collect(Collectors.toSet());
        return new PatternFinder(
                EnumSet.of(
                        PersonalData.SSN,
                        PersonalData.PHONE,
                        PersonalData.EMAIL,
                        PersonalData.BIRTH_DATE,
                        PersonalData.HOME_ADDRESS),
                new OwnContacts(domains, Set.of(), Set.of()));
    }

    /** The items that the review means to hand out, or may. */
    public List<ItemId> toBeHandedOut() {
        return archive.codings().latest(set).values().stream()
                .filter(coding -> switch (coding.decision()) {
                    case RESPONSIVE, EXEMPT_IN_PART, SECOND_LOOK -> true;
                    case NOT_RESPONSIVE, EXEMPT_IN_WHOLE -> false;
                })
                .map(Coding::item)
                .toList();
    }

    /** Looks through items and proposes what it finds. */
    public Outcome through(List<ItemId> items) {
        QuotedCopies quoted = quoted();
        Map<String, Long> byOrigin = new TreeMap<>();
        Set<ItemId> touched = new HashSet<>();
        for (int from = 0; from < items.size(); from += PORTION) {
            List<Suggestion> found = new ArrayList<>();
            items.subList(from, Math.min(items.size(), from + PORTION)).forEach(item -> found.addAll(in(item, quoted)));
            for (Redaction one : propose(found)) {
                byOrigin.merge(origin(one), 1L, Long::sum);
                touched.add(one.item());
            }
        }
        return new Outcome(
                set.name(),
                items.size(),
                texts.notFully(),
                byOrigin.values().stream().mapToLong(Long::longValue).sum(),
                touched.size(),
                byOrigin);
    }

    /** One line for all copies, of whichever redaction. */
    private static String origin(Redaction one) {
        return one.what().origin().replaceFirst(" of X[0-9]+$", "");
    }

    private List<Redaction> propose(Collection<Suggestion> found) {
        return Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status ->
                        archive.redactions().suggest(found, archive.clock().instant())));
    }

    private List<Suggestion> in(ItemId item, QuotedCopies quoted) {
        Map<Part, String> parts = texts.of(item);
        List<Suggestion> found = new ArrayList<>();
        for (Finder finder : finders) {
            finder.find(parts)
                    .forEach((part, here) -> here.forEach(one -> found.add(new Suggestion(
                            set,
                            item,
                            part,
                            new Place.Span(one.start(), one.end()),
                            exemptions.suggestedFor(one.kind()),
                            one.origin(),
                            PartTexts.digest(Objects.requireNonNull(parts.get(part)))))));
        }
        quoted.find(parts)
                .forEach(again -> found.add(new Suggestion(
                        set,
                        item,
                        again.part(),
                        new Place.Span(again.start(), again.end()),
                        again.exemption(),
                        "copy of " + again.of(),
                        PartTexts.digest(Objects.requireNonNull(parts.get(again.part()))))));
        return found;
    }

    private QuotedCopies quoted() {
        List<Redaction> applied = new ArrayList<>();
        List<Redaction> page = archive.redactions().page(set, Redaction.State.APPLIED, null, PAGE);
        while (!page.isEmpty()) {
            applied.addAll(page);
            page = archive.redactions()
                    .page(set, Redaction.State.APPLIED, page.getLast().id(), PAGE);
        }
        ReviewedTexts sources = new ReviewedTexts(archive);
        QuotedCopies.Gathering gathering = new QuotedCopies.Gathering();
        Map<ItemId, List<Redaction>> byItem = new HashMap<>();
        applied.forEach(one ->
                byItem.computeIfAbsent(one.item(), any -> new ArrayList<>()).add(one));
        byItem.forEach((item, redactions) -> gathering.add(redactions, sources.of(item)));
        return gathering.finish();
    }
}
