package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.search.InOrder;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.BundleLooks;
import org.muniment.api.web.items.ItemFiles;
import org.muniment.api.web.mine.LeavingSoon;
import org.muniment.api.web.search.Asked;
import org.muniment.api.web.search.Downloads;
import org.muniment.api.web.search.Question;
import org.muniment.api.web.search.Questions;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.batch.export.ExportFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of items, items taken out as files, and what of one's own leaves the archive soon. */
@RestController
@RequestMapping(ApiSecurity.ROOT)
@Allowed(Role.STAFF)
@For(Area.SEARCH)
class ItemFilesApi {
    private final Answers answers;
    private final Sight sight;
    private final Questions questions;
    private final ItemFiles files;
    private final LeavingSoon leaving;
    private final BundleLooks looks;

    ItemFilesApi(
            Answers answers,
            Sight sight,
            Questions questions,
            ItemFiles files,
            LeavingSoon leaving,
            BundleLooks looks) {
        this.answers = answers;
        this.sight = sight;
        this.questions = questions;
        this.files = files;
        this.leaving = leaving;
        this.looks = looks;
    }

    /**
     * An item of one's own that leaves the archive soon.
     *
     * @param day the first on which it may be destroyed
     * @param held whether a hold keeps it
     */
    record Leaving(String item, LocalDate day, boolean held) {
        static Leaving of(LeavingSoon.Line line) {
            return new Leaving(line.found().id(), line.day(), line.found().isHeld());
        }
    }

    @GetMapping("/items/{item}/files/{place}")
    @Does(value = "A file of an item, as collected; a picture says of which type it is", media = "*/*")
    void file(
            Who who,
            @PathVariable String item,
            @PathVariable String place,
            @RequestParam(name = "for", required = false) @Nullable String purpose,
            HttpServletResponse response) {
        files.file(sight.item(sight.of(who, purpose), item), place, response);
    }

    @GetMapping("/items/{item}/entries/{entry}/proof")
    @Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER})
    @Does(value = "The proof of an entry about an item (C2SP tlog-proof)", media = "text/plain")
    void proof(
            Who who,
            @PathVariable String item,
            @PathVariable String entry,
            @RequestParam(name = "for") String purpose,
            HttpServletResponse response)
            throws IOException {
        files.proof(sight.item(sight.of(who, purpose), item), Nouns.number(entry), response);
    }

    @GetMapping("/search/export")
    @Does(
            value =
                    "What a search finds, taken out as mbox, zip or csv; of others each item is a look that is recorded",
            media = "application/octet-stream")
    void export(
            Who who,
            @RequestParam String q,
            @RequestParam String format,
            @RequestParam(name = "for", required = false) @Nullable String purpose,
            @ModelAttribute Narrowing narrowing,
            HttpServletResponse response)
            throws IOException {
        ExportFormat as = ExportFormat.named(format)
                .orElseThrow(() -> new IllegalArgumentException("format is one of "
                        + Stream.of(ExportFormat.values())
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .toList()));
        Sight.Seeing seeing = sight.of(who, purpose);
        Asked asked = narrowing.asked(q);
        Question question = questions.of(seeing.mail(), asked);
        InOrder found = new InOrder(question.search(), question.query(), asked.order());
        Purpose purposeOf = seeing.purpose();
        Iterator<ItemId> items = purposeOf == null
                ? found
                : looks.exporting(who, purposeOf, question.query().toString(), found, as)
                        .iterator();
        Downloads.name(response, as, seeing.mail().isOwn() ? "my-mail" : "muniment-search");
        response.setContentType("application/octet-stream");
        seeing.mail().export().write(items, as, response.getOutputStream());
    }

    @GetMapping("/me/leaving")
    @Does(
            value = "What of one's own mail leaves the archive within 30 days, the first to go at the top",
            gives = Leaving.class,
            many = true)
    ResponseEntity<byte[]> leaving(Who who) {
        return answers.all(leaving.of(who).stream().map(Leaving::of).toList());
    }
}
