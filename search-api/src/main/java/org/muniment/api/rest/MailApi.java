package org.muniment.api.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.api.FoundItems;
import org.muniment.api.ItemWords;
import org.muniment.api.ShownExceptions;
import org.muniment.api.ShownItem;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.search.FacetLinks;
import org.muniment.api.web.search.Question;
import org.muniment.api.web.search.Questions;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.index.Facets;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.Search;
import org.muniment.archive.index.TermHits;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.schedule.Classifications.Group;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Items: one's own, or with {@code for} those of others. Whatever is asked of one's own is answered as if there were no
 * other mail.
 */
@RestController
@RequestMapping(ApiSecurity.ROOT)
@Allowed(Role.STAFF)
@For(Area.SEARCH)
class MailApi {
    private final Archive archive;
    private final Answers answers;
    private final Sight sight;
    private final Questions questions;
    private final FacetLinks facets;

    MailApi(Archive archive, Answers answers, Sight sight, Questions questions, FacetLinks facets) {
        this.archive = archive;
        this.answers = answers;
        this.sight = sight;
        this.questions = questions;
        this.facets = facets;
    }

    /**
     * A page of hits.
     *
     * @param total all items that match, exact
     * @param next the address of the next page; null at the end
     */
    record Found(
            long total,
            List<FoundItems.Row> items,
            @Nullable String next) {}

    /** How the items that match fall into groups. */
    record Groups(
            long total,
            Map<String, Long> kinds,
            Map<String, Long> custodians,
            Map<String, Long> years,
            long undated,
            List<OfClass> classes) {
        static Groups of(Facets facets, List<OfClass> classes) {
            Map<String, Long> kinds = new TreeMap<>();
            facets.kinds().forEach((kind, count) -> kinds.put(kind.name().toLowerCase(java.util.Locale.ROOT), count));
            Map<String, Long> custodians = new TreeMap<>();
            facets.custodians().forEach((custodian, count) -> custodians.put(custodian.address(), count));
            Map<String, Long> years = new TreeMap<>();
            facets.years().forEach((year, count) -> years.put(year.toString(), count));
            return new Groups(facets.total(), kinds, custodians, years, facets.undated(), classes);
        }
    }

    /** How many items are of a class and a series of it; those not classified yet are in none. */
    record OfClass(@JsonProperty("class") int recordClass, String series, long items) {
        static List<OfClass> of(Map<Group, Long> tally) {
            return tally.entrySet().stream()
                    .map(one -> new OfClass(
                            one.getKey().recordClass().number(),
                            one.getKey().series().value(),
                            one.getValue()))
                    .sorted(Comparator.comparingInt(OfClass::recordClass).thenComparing(OfClass::series))
                    .toList();
        }
    }

    /** How many items a term of a query hits: alone, and when copies count as one. */
    record Term(String term, long items, long onlyThis, long withoutCopies) {
        static Term of(TermHits hits) {
            return new Term(hits.term().toString(), hits.documents(), hits.unique(), hits.families());
        }
    }

    /**
     * An item of the person's own, without what others' copies tell.
     *
     * @param mailboxes the own ones it came from
     * @param held whether it must be kept for a hold
     */
    record OwnItem(
            String id,
            String digest,
            String kind,
            long size,
            @Nullable String sent,
            @Nullable String received,
            List<String> from,
            List<String> to,
            List<String> cc,
            List<String> bcc,
            String subject,
            String messageId,
            List<String> attachments,
            List<String> mailboxes,
            boolean held,
            String text) {}

    @GetMapping("/search")
    @Does(value = "Finds items, exact in number", gives = Found.class)
    ResponseEntity<byte[]> search(
            Who who,
            @RequestParam String q,
            @RequestParam(name = "for", required = false) @Nullable String purpose,
            @RequestParam(defaultValue = "newest-first") String order,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit,
            @ModelAttribute Narrowing narrowing) {
        Sight.Seeing seeing = sight.of(who, purpose);
        Question question = questions.of(seeing.mail(), narrowing.asked(q));
        Search.Order by = Answers.word(Search.Order.class, "order", order);
        Hits hits = question.search()
                .search(new Search(question.query(), Answers.limit(limit), Optional.ofNullable(after), by));
        sight.searched(seeing, question.query().toString(), hits.total());
        FoundItems found = FoundItems.of(
                hits,
                seeing.mail().find(hits.page().stream().map(Hits.Hit::item).toList()));
        String next = found.next();
        return answers.one(new Found(found.total(), found.items(), next == null ? null : Answers.next(next)));
    }

    @GetMapping("/search/facets")
    @Does(value = "How the items that match fall into groups, exact", gives = Groups.class)
    ResponseEntity<byte[]> facets(
            Who who,
            @RequestParam String q,
            @RequestParam(name = "for", required = false) @Nullable String purpose,
            @ModelAttribute Narrowing narrowing) {
        Sight.Seeing seeing = sight.of(who, purpose);
        Question question = questions.of(seeing.mail(), narrowing.asked(q));
        Facets counted =
                question.search().facets(question.query(), archive.settings().zone());
        List<OfClass> classes = OfClass.of(facets.tally(question));
        sight.searched(seeing, question.query().toString(), counted.total());
        return answers.one(Groups.of(counted, classes));
    }

    @GetMapping("/search/terms")
    @Does(value = "For each term of a query how many items it hits", gives = Term.class, many = true)
    ResponseEntity<byte[]> terms(
            Who who, @RequestParam String q, @RequestParam(name = "for", required = false) @Nullable String purpose) {
        Sight.Seeing seeing = sight.of(who, purpose);
        ItemQuery query = query(q);
        List<TermHits> terms = seeing.mail().search().terms(query);
        sight.searched(seeing, query.toString(), 0);
        return answers.all(terms.stream().map(Term::of).toList());
    }

    private ItemQuery query(String text) {
        return new ItemQueryParser(archive.settings().zone()).parse(text);
    }

    @GetMapping("/items/{item}")
    @Does(
            value = "An item: all that is known of it, or of one's own what the own mailbox tells",
            gives = {ShownItem.class, OwnItem.class})
    ResponseEntity<byte[]> item(
            Who who,
            @PathVariable String item,
            @RequestParam(name = "for", required = false) @Nullable String purpose) {
        Sight.Seeing seeing = sight.of(who, purpose);
        SeenItem seen = sight.item(seeing, item);
        RegisteredItem row = archive.items().find(seen.id()).orElseThrow(NotThere::new);
        return answers.one(
                seeing.mail().isOwn()
                        ? own(seeing, seen, row)
                        : ShownItem.of(archive, row, ItemWords.of(archive, row)));
    }

    private OwnItem own(Sight.Seeing seeing, SeenItem seen, RegisteredItem row) {
        Item item = seen.item();
        return new OwnItem(
                item.id().value(),
                item.digest().hex(),
                item.kind().name().toLowerCase(java.util.Locale.ROOT),
                item.size(),
                text(item.dates().sent()),
                text(item.dates().received()),
                names(item.people().from()),
                names(item.people().to()),
                names(item.people().cc()),
                names(item.people().bcc()),
                item.subject(),
                item.threading().messageId(),
                item.attachments().stream().map(Attachment::name).toList(),
                seen.custodians().stream().map(Custodian::address).toList(),
                !seeing.mail().holds(seen).isEmpty(),
                ItemWords.of(archive, row).body());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static List<String> names(List<Address> addresses) {
        return addresses.stream().map(Address::toString).toList();
    }

    @GetMapping("/items/{item}/text")
    @Does(value = "The words of an item's body, as far as they could be read", media = "text/plain")
    ResponseEntity<String> words(
            Who who,
            @PathVariable String item,
            @RequestParam(name = "for", required = false) @Nullable String purpose) {
        SeenItem seen = sight.item(sight.of(who, purpose), item);
        RegisteredItem row = archive.items().find(seen.id()).orElseThrow(NotThere::new);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(ItemWords.of(archive, row).body());
    }

    @GetMapping("/items/{item}/bytes")
    @Does(value = "The bytes as collected, or a range of them", media = "application/octet-stream")
    ResponseEntity<Resource> bytes(
            Who who, @PathVariable String item, @RequestParam(name = "for", required = false) @Nullable String purpose)
            throws IOException {
        Sight.Seeing seeing = sight.of(who, purpose);
        SeenItem seen = sight.item(seeing, item);
        Resource bytes = new SpooledResource(seeing.mail().export().bytes(seen.item()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + seen.item().digest().hex() + (seeing.mail().isOwn() ? "-own" : "") + "\"")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    @GetMapping("/exceptions")
    @Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER})
    @Does(value = "What could not be fully read, and why", gives = ShownExceptions.class)
    ResponseEntity<byte[]> exceptions(
            Who who,
            @RequestParam(name = "for") String purpose,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        Sight.Seeing seeing = sight.of(who, purpose);
        if (seeing.mail().isOwn()) {
            throw new Refused(422, "Say for what", "This lists the mail of others: for is not own.");
        }
        ShownExceptions page = ShownExceptions.of(archive, after, Answers.limit(limit));
        sight.searched(seeing, "not (indexed:fully)", page.total());
        return answers.one(page);
    }
}
