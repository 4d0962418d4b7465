package org.muniment.api.web.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.api.EventWords;
import org.muniment.api.search.Mail;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Matter;
import org.muniment.archive.index.Highlighter;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.Marked;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.ItemText.AttachmentText;
import org.muniment.archive.item.reading.ItemContents;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.query.ItemQuery;
import org.springframework.stereotype.Component;

/** Makes what the page of an item shows. Safe for many threads. */
@Component
public final class ItemViews {
    private static final int SHOWN_TEXT = 20_000;

    private final Archive archive;
    private final ReadItems items;

    ItemViews(Archive archive, ReadItems items) {
        this.archive = archive;
        this.items = items;
    }

    /**
     * An item.
     *
     * @param mail as whose it is seen
     * @param reader who sees it
     * @param query whose words are marked in it
     */
    public ShownItem of(SeenItem seen, Mail mail, Place place, ItemQuery query, Who reader) {
        Highlighter marks = new Highlighter(query);
        return items.with(seen.id(), contents -> of(seen, mail, place, marks, contents, reader));
    }

    private ShownItem of(SeenItem seen, Mail mail, Place place, Highlighter marks, ItemContents contents, Who reader) {
        boolean framed = !contents.markup().isBlank();
        ItemDocument document =
                new ItemDocument(contents.reading(), archive.items().collections(seen.id()));
        List<LegalHold> holds = mail.holds(seen);
        return new ShownItem(
                seen,
                place,
                marks.subject(seen.item().subject()),
                framed
                        ? Marked.plain("")
                        : marks.body(contents.reading().text().body().strip()),
                framed ? place.of(seen.id(), "body") : "",
                framed ? SafeMarkup.of(contents.markup(), Map.of()).blocked() : 0,
                files(seen, place, marks, contents),
                ShownWhy.of(archive, document, mail.isOwn() ? reader.officer() : null)
                        .orElse(null),
                !holds.isEmpty(),
                mail.isOwn() ? List.of() : shown(holds),
                mail.isOwn() ? List.of() : history(seen, place),
                mail.conversation(seen.id()),
                mail.copies(seen.id()));
    }

    private static List<ShownFile> files(SeenItem seen, Place place, Highlighter marks, ItemContents contents) {
        Map<String, String> texts = contents.reading().text().attachments().stream()
                .collect(Collectors.toMap(AttachmentText::place, AttachmentText::text, (one, other) -> one));
        Map<String, Boolean> kept = new HashMap<>();
        contents.attachments()
                .forEach(one -> kept.put(one.attachment().place(), one.file().isPresent()));
        List<ShownFile> files = new ArrayList<>();
        for (Attachment one : contents.reading().item().attachments()) {
            String text = texts.getOrDefault(one.place(), "").strip();
            boolean isCut = text.length() > SHOWN_TEXT;
            files.add(new ShownFile(
                    one.name().isBlank() ? "(no name)" : one.name(),
                    one.type(),
                    one.size(),
                    kept.getOrDefault(one.place(), false) ? place.of(seen.id(), "files/" + one.place()) : "",
                    marks.attachment(isCut ? text.substring(0, SHOWN_TEXT) : text),
                    isCut,
                    one.inline()));
        }
        return files;
    }

    private List<ShownItem.Hold> shown(List<LegalHold> holds) {
        Map<String, String> matters =
                archive.holds().matters().stream().collect(Collectors.toMap(Matter::id, Matter::title));
        return holds.stream()
                .map(hold -> new ShownItem.Hold(
                        hold.id().value(), hold.kind().words(), matters.getOrDefault(hold.matter(), "")))
                .toList();
    }

    private List<ShownItem.Deed> history(SeenItem seen, Place place) {
        return archive.ledger().entriesFor(seen.id().value()).stream()
                .map(entry -> deed(seen, entry, place))
                .toList();
    }

    private static ShownItem.Deed deed(SeenItem seen, Entry entry, Place place) {
        return new ShownItem.Deed(
                entry.index(),
                entry.event().at(),
                EventWords.of(entry.event()),
                place.of(seen.id(), "entries/" + entry.index() + "/proof"));
    }
}
