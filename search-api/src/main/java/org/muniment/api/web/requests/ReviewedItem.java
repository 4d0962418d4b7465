package org.muniment.api.web.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ReviewedTexts;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.production.EarlierRelease;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.Redaction.State;
import org.muniment.archive.review.ReviewSet;

/**
 * An item as a reviewer sees it.
 *
 * @param coding the latest decision; null for none
 * @param redactions proposed and applied, in the order in which they came
 * @param copies exact copies that the request asks for, too
 * @param thread the rest of the conversation that the request asks for, without copies
 * @param releases what earlier productions showed of it
 */
record ReviewedItem(
        RegisteredItem registered,
        @Nullable Coding coding,
        List<MarkedPart> parts,
        List<Redaction> redactions,
        List<ItemId> copies,
        List<ItemId> thread,
        List<EarlierRelease> releases) {
    private static final int THREAD = 500;

    static ReviewedItem read(Archive archive, ReviewSet set, ReviewOrder.Items asked, RegisteredItem registered) {
        ItemId id = registered.item().id();
        List<Redaction> redactions = archive.redactions().of(set, id).stream()
                .filter(one -> one.state() != State.REFUSED)
                .toList();
        List<MarkedPart> parts = new ArrayList<>();
        new ReviewedTexts(archive)
                .of(id)
                .forEach((part, text) ->
                        parts.add(MarkedPart.of(part, label(part, registered.item()), text, redactions)));
        List<ItemId> copies = archive.codings().copies(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(asked::holds)
                .toList();
        List<ItemId> thread = archive.items().thread(registered.thread(), THREAD).stream()
                .map(other -> other.item().id())
                .filter(other -> !other.equals(id) && asked.holds(other) && !copies.contains(other))
                .toList();
        return new ReviewedItem(
                registered,
                archive.codings().latest(set, List.of(id)).get(id),
                parts,
                redactions,
                copies,
                thread,
                archive.productions().releasedBefore(List.of(id)).getOrDefault(id, List.of()));
    }

    public Item item() {
        return registered.item();
    }

    @Nullable
    public Instant time() {
        Instant sent = item().dates().sent();
        return sent == null ? item().dates().received() : sent;
    }

    public List<Redaction> suggested() {
        return redactions.stream().filter(one -> one.state() == State.SUGGESTED).toList();
    }

    public List<Redaction> applied() {
        return redactions.stream().filter(one -> one.state() == State.APPLIED).toList();
    }

    /** How proposals came about, each kind once. */
    public List<String> kinds() {
        return suggested().stream().map(one -> one.what().origin()).distinct().toList();
    }

    private static String label(Part part, Item item) {
        return switch (part) {
            case Part.Subject subject -> "Subject";
            case Part.Body body -> "Message";
            case Part.People people ->
                switch (people.field()) {
                    case FROM -> "From";
                    case TO -> "To";
                    case CC -> "Cc";
                    case BCC -> "Bcc";
                    case ENVELOPE -> "Delivered to";
                    case EXCHANGE -> "As the mail server names them";
                };
            case Part.AttachmentName name -> "Name of attachment " + name.place();
            case Part.AttachmentText text -> "Text of " + file(item, text.place());
        };
    }

    private static String file(Item item, String place) {
        return item.attachments().stream()
                .filter(attachment -> attachment.place().equals(place))
                .map(Attachment::name)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("attachment " + place);
    }

    /** Where a redaction is that has no words here. */
    public String area(Redaction one) {
        boolean file = one.part() instanceof Part.AttachmentText;
        return switch (one.place()) {
            case Place.Region region -> "Area on page " + region.page() + " of " + nameOf(one.part());
            case Place.Whole whole -> file ? "All of " + nameOf(one.part()) : "All of it";
            case Place.Span span -> "Words further down";
        };
    }

    private String nameOf(Part part) {
        return part instanceof Part.AttachmentText text ? file(item(), text.place()) : "it";
    }

    /** What stands where a redaction is proposed, for the list of them; a region has no words. */
    public Map<String, String> passages() {
        Map<String, String> passages = new HashMap<>();
        parts.forEach(part -> part.segments().stream()
                .filter(segment -> !segment.note().isEmpty())
                .forEach(segment -> passages.merge(
                        segment.note().substring(0, segment.note().indexOf(',')), segment.text(), (one, more) -> one)));
        return passages;
    }
}
