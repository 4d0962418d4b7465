package org.muniment.api.web.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muniment.api.search.Mail;
import org.muniment.archive.Archive;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQuery.And;
import org.muniment.archive.query.ItemQuery.Between;
import org.muniment.archive.query.ItemQuery.Is;
import org.muniment.archive.query.ItemQuery.Not;
import org.muniment.archive.query.ItemQuery.Or;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.Range;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.stereotype.Component;

/** Reads what an address asks for. Safe for many threads. */
@Component
public final class Questions {
    /** The parameters that choose a facet. */
    public static final List<String> FACETS = List.of("kind", "custodian", "year", "class", "series");

    private final Archive archive;

    Questions(Archive archive) {
        this.archive = archive;
    }

    /**
     * Reads a question; a facet that is none narrows nothing.
     *
     * @throws org.muniment.archive.query.QuerySyntaxException when the words can't be understood
     */
    public Question of(Mail mail, Asked asked) {
        ItemQuery typed = new ItemQueryParser(zone()).parse(asked.words());
        List<ItemQuery> parts = new ArrayList<>(List.of(typed));
        String kind = asked.get("kind").toLowerCase(Locale.ROOT);
        if (Field.KIND.choices().contains(kind)) {
            parts.add(new Is(Field.KIND, kind));
        }
        if (asked.has("custodian") && asked.get("custodian").length() <= 320) {
            parts.add(new Is(Field.CUSTODIAN, asked.get("custodian").toLowerCase(Locale.ROOT)));
        }
        if (asked.get("year").matches("[0-9]{4}")) {
            parts.add(year(Integer.parseInt(asked.get("year"))));
        }
        ItemQuery query = parts.size() == 1 ? typed : new And(parts);
        return new Question(mail, typed, query, narrowed(mail.search(), asked));
    }

    private ZoneId zone() {
        return archive.settings().zone();
    }

    /** As facets count: by the receipt, else the sending. */
    private ItemQuery year(int year) {
        var days = new Range.Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), zone());
        var known = new Between(Field.RECEIVED, new Range.Days(null, null, zone()));
        return new Or(List.of(
                new Between(Field.RECEIVED, days), new And(List.of(new Not(known), new Between(Field.SENT, days)))));
    }

    private ItemSearch narrowed(ItemSearch search, Asked asked) {
        if (!asked.get("class").matches("[123]")) {
            return search;
        }
        RecordClass recordClass = RecordClass.of(Integer.parseInt(asked.get("class")));
        return archive.retention().classifications().among(search, recordClass, series(asked));
    }

    private static @org.jspecify.annotations.Nullable SeriesId series(Asked asked) {
        try {
            return asked.has("series") ? new SeriesId(asked.get("series")) : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
