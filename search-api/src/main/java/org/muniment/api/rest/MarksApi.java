package org.muniment.api.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ReviewedTexts;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.requests.Marked;
import org.muniment.api.web.requests.NamedRequest;
import org.muniment.api.web.requests.PageSheet;
import org.muniment.api.web.requests.RedactionWork;
import org.muniment.api.web.requests.ReviewOrder;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.pdf.Spot;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewSet;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a reviewer draws on an item: a passage of its text, words wherever they stand, words or an area of a page. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/requests/{request}/items/{item}")
@Allowed({Role.CLERK, Role.LEGAL})
@For(Area.REQUESTS)
class MarksApi {
    private final Archive archive;
    private final Answers answers;
    private final Sight sight;
    private final NamedRequest named;
    private final ReviewOrder order;
    private final RedactionWork work;

    MarksApi(Archive archive, Answers answers, Sight sight, NamedRequest named, ReviewOrder order, RedactionWork work) {
        this.archive = archive;
        this.answers = answers;
        this.sight = sight;
        this.named = named;
        this.order = order;
        this.work = work;
    }

    /**
     * A part of an item.
     *
     * @param part such as {@code body}; by this name a passage says where it is
     * @param measured digest of the text, which a passage sends back
     */
    record PartText(String part, String measured, String text) {}

    /**
     * What is to be removed: words, or a passage.
     *
     * @param exemption the ground
     * @param words removed wherever they stand in the item; null for a passage
     * @param part of the passage
     * @param start of the passage in its text, UTF-16 units from 0
     * @param end after its last
     * @param measured as the part says it
     */
    record Draw(
            String exemption,
            @Nullable String words,
            @Nullable String part,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String measured) {
        RedactionWork.Passage passage() {
            if (start == null || end == null || start < 0 || end <= start) {
                throw new IllegalArgumentException("Send words, or part, start, end and measured of a passage");
            }
            return new RedactionWork.Passage(
                    Part.read(Needed.of("part", part)), start, end, Needed.of("measured", measured));
        }
    }

    /**
     * What is to be removed of a page.
     *
     * @param hidden as the page says it
     * @param words numbers of words; null for an area
     * @param area in shares of the page, from its top left corner; null for words
     */
    record Mark(
            String exemption,
            String hidden,
            @Nullable List<Integer> words,
            @Nullable Spot area) {
        Marked marked() {
            List<Integer> numbers = words;
            Spot spot = area;
            if (numbers != null && !numbers.isEmpty() && spot == null) {
                return new Marked.Words(numbers);
            }
            if (spot != null && numbers == null) {
                return new Marked.Area(spot);
            }
            throw new IllegalArgumentException("Send words, their numbers, or an area");
        }
    }

    /** @param redactions that were made, applied at once */
    record Drawn(List<String> redactions) {
        static Drawn of(List<Redaction> made) {
            return new Drawn(made.stream().map(one -> one.id().value()).toList());
        }
    }

    /**
     * A page as it would be given out.
     *
     * @param title what it is of
     * @param hidden digest of what is removed so far, which a mark sends back
     * @param width in points
     * @param height in points
     * @param lines its words, line by line; a mark names them by their numbers
     * @param proposed frames around what is proposed to be removed
     */
    record Sheet(
            String title,
            int pages,
            String hidden,
            String width,
            String height,
            List<List<PageSheet.Word>> lines,
            List<PageSheet.Frame> proposed) {
        static Sheet of(PageSheet sheet) {
            return new Sheet(
                    sheet.alternative(),
                    sheet.pages(),
                    sheet.hidden(),
                    sheet.width(),
                    sheet.height(),
                    sheet.lines().stream().map(PageSheet.Line::words).toList(),
                    sheet.proposed());
        }
    }

    @GetMapping("/parts")
    @Does(value = "The texts of an item, part by part", gives = PartText.class, many = true)
    ResponseEntity<byte[]> parts(Who who, @PathVariable String request, @PathVariable String item) {
        ItemId of = looked(who, named.find(request), item);
        List<PartText> parts = new ArrayList<>();
        new ReviewedTexts(archive)
                .of(of)
                .forEach((part, text) -> parts.add(new PartText(part.written(), PartTexts.digest(text), text)));
        return answers.all(parts);
    }

    private ItemId looked(Who who, RecordsRequest request, String item) {
        ItemId of = named.item(order.of(request), item);
        sight.looked(sight.of(who, "request:" + request.id()), List.of(of));
        return of;
    }

    @PostMapping("/redactions")
    @Does(value = "Removes a passage, or words wherever they stand", takes = Draw.class, gives = Drawn.class)
    ResponseEntity<byte[]> draw(
            Who who, @PathVariable String request, @PathVariable String item, @RequestBody byte[] body) {
        RecordsRequest found = named.open(request);
        Draw asked = answers.read(body, Draw.class);
        RedactionWork.Ground on = ground(found, item, asked.exemption());
        String words = asked.words();
        return answers.one(Drawn.of(
                words == null
                        ? work.remove(on, asked.passage(), who)
                        : work.remove(on, Needed.of("words", words), who)));
    }

    private RedactionWork.Ground ground(RecordsRequest request, String item, @Nullable String exemption) {
        return new RedactionWork.Ground(
                ReviewSet.of(request.id()),
                named.item(order.of(request), item),
                ReviewApi.exemption(Needed.of("exemption", exemption)));
    }

    @GetMapping("/pages/{document}/{page}")
    @Does(
            value = "A page as it would be given out: its words, and what is proposed; document 0 is the message, pages"
                    + " begin with 1",
            gives = Sheet.class)
    ResponseEntity<byte[]> page(
            Who who,
            @PathVariable String request,
            @PathVariable String item,
            @PathVariable String document,
            @PathVariable String page) {
        RecordsRequest found = named.find(request);
        ItemId of = looked(who, found, item);
        return answers.one(Sheet.of(work.sheet(ReviewSet.of(found.id()), of, number(document), number(page))));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new NotThere();
        }
        return Integer.parseInt(text);
    }

    @GetMapping("/pages/{document}/{page}/picture")
    @Does(value = "The picture of a page, without what is removed", media = "image/png")
    ResponseEntity<byte[]> picture(
            Who who,
            @PathVariable String request,
            @PathVariable String item,
            @PathVariable String document,
            @PathVariable String page) {
        RecordsRequest found = named.find(request);
        ItemId of = looked(who, found, item);
        RedactionWork.Picture picture = work.picture(ReviewSet.of(found.id()), of, number(document), number(page));
        return ResponseEntity.ok()
                .eTag(picture.tag())
                .contentType(MediaType.IMAGE_PNG)
                .body(picture.png());
    }

    @PostMapping("/pages/{document}/{page}/marks")
    @Does(value = "Removes words or an area of a page", takes = Mark.class, gives = Drawn.class)
    ResponseEntity<byte[]> mark(
            Who who,
            @PathVariable String request,
            @PathVariable String item,
            @PathVariable String document,
            @PathVariable String page,
            @RequestBody byte[] body) {
        RecordsRequest found = named.open(request);
        Mark asked = answers.read(body, Mark.class);
        RedactionWork.Ground on = ground(found, item, asked.exemption());
        String hidden = asked.hidden() == null ? "" : asked.hidden();
        return answers.one(Drawn.of(work.mark(on, number(document), number(page), hidden, asked.marked(), who)));
    }
}
