package org.muniment.api.web.items;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.hold.Matter;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.Disclosed;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.batch.export.ExportFormat;
import org.muniment.batch.produce.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.stereotype.Component;

/**
 * The record of looks at items that are taken out together: each item of a bundle, a package or an export, with its purpose,
 * in one transaction, before the first byte is sent (AR 7203 D.3). Safe for many threads.
 */
@Component
public final class BundleLooks {
    private static final int PAGE = 1_000;
    private static final int REMEMBERED = 10_000;
    private static final Duration ONE_DOWNLOAD = Duration.ofDays(1);
    private static final Pattern MATTER = Pattern.compile("\\bM[1-9][0-9]{0,9}\\b");

    private final Archive archive;
    private final Map<Key, Download> downloads = new LinkedHashMap<>();

    BundleLooks(Archive archive) {
        this.archive = archive;
    }

    private record Key(String user, ProductionId production) {}

    /** A download under way, which began at a time, and its files that were asked for so far. */
    private record Download(Instant begun, Set<String> files) {}

    /**
     * Notes looks at all items of a production whose files are about to be sent. Parts of a file, and the other files of a
     * package, belong to the download that began within a day; a file that is asked for again as a whole begins another.
     *
     * @param file which of its files, by its path
     * @param size of the file
     * @param asked what is answered: a range of bytes is a part
     */
    public void sending(Who who, Production production, String file, long size, HttpServletRequest asked) {
        boolean sendsNothing = HttpMethod.HEAD.matches(asked.getMethod());
        if (!sendsNothing && begins(new Key(who.user(), production.id()), file, isPart(asked, size))) {
            Purpose purpose = purpose(production);
            List<ItemId> items = items(production);
            archive.catalogue()
                    .together(() -> archive.access()
                            .looks()
                            .takenOut(who.user(), purpose, items, "the bundle " + production.id(), now()));
        }
    }

    private synchronized boolean begins(Key key, String file, boolean isPart) {
        Download under = downloads.get(key);
        if (under != null && now().isBefore(under.begun().plus(ONE_DOWNLOAD))) {
            boolean isNew = under.files().add(file);
            if (isNew || isPart) {
                return false;
            }
        }
        downloads.remove(key);
        downloads.put(key, new Download(now(), new HashSet<>(Set.of(file))));
        if (downloads.size() > REMEMBERED) {
            downloads.remove(downloads.keySet().iterator().next());
        }
        return true;
    }

    /** Whether less than the whole file is asked for. */
    private static boolean isPart(HttpServletRequest asked, long size) {
        String ranges = asked.getHeader(HttpHeaders.RANGE);
        try {
            return ranges != null
                    && HttpRange.parseRanges(ranges).stream()
                            .noneMatch(range -> range.getRangeStart(size) == 0 && range.getRangeEnd(size) >= size - 1);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private List<ItemId> items(Production production) {
        List<ItemId> items = new ArrayList<>();
        List<Disclosed> page = archive.productions().items(production.id(), 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(one -> items.add(one.item()));
            page = archive.productions().items(production.id(), items.size(), PAGE);
        }
        return items;
    }

    /** What a production is for: its request, the matter that it names, or what it says of itself. */
    private Purpose purpose(Production production) {
        String about = production.order().about();
        for (RecordsRequest request : archive.requests().list()) {
            if (new Scope.OfRequest(request.id()).about().equals(about)) {
                return new Purpose.Request(request.id().value());
            }
        }
        Set<String> known = new HashSet<>();
        archive.holds().matters().stream().map(Matter::id).forEach(known::add);
        Matcher named = MATTER.matcher(about);
        while (named.find()) {
            if (known.contains(named.group())) {
                return new Purpose.Matter(named.group());
            }
        }
        return new Purpose.Production(about);
    }

    /**
     * Notes looks at the items of an export.
     *
     * @param query what found them; empty where they were chosen one by one
     * @return the items, in their order
     */
    public List<ItemId> exporting(Who who, Purpose purpose, String query, Iterator<ItemId> found, ExportFormat format) {
        List<ItemId> items = new ArrayList<>();
        found.forEachRemaining(items::add);
        archive.catalogue().together(() -> {
            if (!query.isEmpty()) {
                archive.access().looks().searched(who.user(), purpose, query, items.size(), now());
            }
            archive.access().looks().takenOut(who.user(), purpose, items, "an export as " + format.suffix(), now());
        });
        return items;
    }

    private Instant now() {
        return archive.clock().instant();
    }
}
