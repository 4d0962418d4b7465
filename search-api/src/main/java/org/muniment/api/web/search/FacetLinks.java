package org.muniment.api.web.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.muniment.api.web.SeriesNames;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Facets;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Kind;
import org.muniment.archive.schedule.Classifications.Group;
import org.muniment.archive.schedule.RecordClass;
import org.springframework.stereotype.Component;

/**
 * Counts the groups of a search, exactly, and makes a link of each: of the largest few, or of all in the one that the address
 * names as {@code all}, which it may narrow to those with the words {@code among}. Safe for many threads.
 */
@Component
public final class FacetLinks {
    private static final int SHOWN = 12;
    private static final int SHOWN_WHOLE = 1_000;

    private final Archive archive;
    private final SeriesNames names;

    FacetLinks(Archive archive, SeriesNames names) {
        this.names = names;
        this.archive = archive;
    }

    /** The groups that tell anything: those with more than one link, or a chosen one. */
    public List<FacetGroup> of(Asked asked, Question question) {
        Facets facets =
                question.search().facets(question.query(), archive.settings().zone());
        List<FacetGroup> groups = new ArrayList<>();
        groups.add(group(asked, "Kind", "kind", facets.kinds(), Kind::name, FacetLinks::words));
        groups.add(
                group(asked, "Mailbox of", "custodian", facets.custodians(), Custodian::address, Custodian::address));
        groups.addAll(classes(asked, question));
        groups.add(years(asked, facets));
        return groups.stream()
                .filter(group -> group.isWhole() || !group.links().isEmpty())
                .toList();
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case EMAIL -> "E-mail";
            case VOICEMAIL -> "Voicemail";
            case POSTING -> "Web posting";
            case CALENDAR -> "Calendar";
            case CONTACT -> "Contact";
        };
    }

    private static FacetGroup years(Asked asked, Facets facets) {
        List<FacetGroup.Link> links = facets.years().entrySet().stream()
                .filter(one -> one.getKey() > 0 && one.getKey() <= 9999)
                .sorted(Map.Entry.<Integer, Long>comparingByKey().reversed())
                .map(one -> link(asked, "year", String.format("%04d", one.getKey()), one.getKey() + "", one.getValue()))
                .toList();
        return cut(asked, "Year", "year", links);
    }

    private static <T> FacetGroup group(
            Asked asked,
            String title,
            String name,
            Map<T, Long> counts,
            Function<T, String> value,
            Function<T, String> words) {
        List<FacetGroup.Link> links = counts.entrySet().stream()
                .sorted(Map.Entry.<T, Long>comparingByValue()
                        .reversed()
                        .thenComparing(one -> value.apply(one.getKey())))
                .map(one -> link(
                        asked,
                        name,
                        value.apply(one.getKey()).toLowerCase(Locale.ROOT),
                        words.apply(one.getKey()),
                        one.getValue()))
                .toList();
        return cut(asked, title, name, links);
    }

    private static FacetGroup cut(Asked asked, String title, String name, List<FacetGroup.Link> links) {
        boolean isWhole = asked.get("all").equals(name);
        String among = isWhole ? asked.get("among").toLowerCase(Locale.ROOT) : "";
        List<FacetGroup.Link> kept = links.stream()
                .filter(link -> link.words().toLowerCase(Locale.ROOT).contains(among))
                .toList();
        int shown = Math.min(isWhole ? SHOWN_WHOLE : SHOWN, kept.size());
        String other = few(asked).with("all", isWhole ? "" : name).link();
        return new FacetGroup(title, kept.subList(0, shown), kept.size() - shown, other, isWhole);
    }

    /** The search with no group shown whole: who chose a value has found it. */
    private static Asked few(Asked asked) {
        return asked.with("all", "").with("among", "");
    }

    private static FacetGroup.Link link(Asked asked, String name, String value, String words, long items) {
        boolean isOn = asked.get(name).equals(value);
        return new FacetGroup.Link(
                words, items, few(asked).with(name, isOn ? "" : value).link(), isOn);
    }

    /** How many of what a question finds are of each class and series. */
    public Map<Group, Long> tally(Question question) {
        return archive.retention().classifications().tally(question.search(), question.query());
    }

    private List<FacetGroup> classes(Asked asked, Question question) {
        Map<Group, Long> tally = tally(question);
        List<FacetGroup.Link> classes = new ArrayList<>();
        for (RecordClass one : RecordClass.values()) {
            long items = tally.entrySet().stream()
                    .filter(entry -> entry.getKey().recordClass() == one)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (items > 0) {
                Asked without = asked.with("series", "");
                classes.add(link(without, "class", Integer.toString(one.number()), one.title(), items));
            }
        }
        return List.of(cut(asked, "Class", "class", classes), series(asked, tally));
    }

    private FacetGroup series(Asked asked, Map<Group, Long> tally) {
        List<FacetGroup.Link> links = tally.entrySet().stream()
                .sorted(Map.Entry.<Group, Long>comparingByValue()
                        .reversed()
                        .thenComparing(one -> one.getKey().series().value(), Comparator.naturalOrder()))
                .map(one -> series(asked, one.getKey(), names.title(one.getKey().series()), one.getValue()))
                .toList();
        return cut(asked, "Series", "series", links);
    }

    private static FacetGroup.Link series(Asked asked, Group group, String title, long items) {
        String number = Integer.toString(group.recordClass().number());
        boolean isOn = asked.get("series").equals(group.series().value())
                && asked.get("class").equals(number);
        Asked other = isOn
                ? asked.with("series", "")
                : asked.with("class", number).with("series", group.series().value());
        return new FacetGroup.Link(title, items, few(other).link(), isOn);
    }
}
