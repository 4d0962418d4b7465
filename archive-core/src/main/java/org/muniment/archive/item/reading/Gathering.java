package org.muniment.archive.item.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Coverage.Gap;
import org.muniment.archive.item.ItemText.AttachmentText;
import org.muniment.archive.item.text.Characters;
import org.muniment.archive.item.text.Reasons;
import org.muniment.archive.item.text.TextExtraction;

/** What has been found in one item so far, and how much of its limits is used up. For one thread. */
final class Gathering {
    private static final int GAPS = 200;

    private final ReadingLimits limits;
    private final TextExtraction extraction;
    private final Path scratch;
    private final Keeper keeper;
    private final List<Attachment> attachments = new ArrayList<>(2);
    private final List<AttachmentText> texts = new ArrayList<>(2);
    private final Set<Gap> gaps = new LinkedHashSet<>(2);
    private long inflated;
    private int characters;
    private boolean encrypted;
    private boolean broken;

    Gathering(ReadingLimits limits, TextExtraction extraction, Path scratch, Keeper keeper) {
        this.limits = limits;
        this.extraction = extraction;
        this.scratch = scratch;
        this.keeper = keeper;
    }

    Keeper keeper() {
        return keeper;
    }

    ReadingLimits limits() {
        return limits;
    }

    TextExtraction extraction() {
        return extraction;
    }

    Path scratch() {
        return scratch;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    /** In the order of the attachments, whichever was read first. */
    List<AttachmentText> texts() {
        if (texts.size() > 1) {
            Map<String, Integer> order = new HashMap<>();
            attachments.forEach(attachment -> order.putIfAbsent(attachment.place(), order.size()));
            texts.sort(Comparator.comparing(text -> order.getOrDefault(text.place(), order.size())));
        }
        return texts;
    }

    /** Lists an attachment; false, and a gap, when there are too many. */
    boolean list(Attachment attachment) {
        if (isFull()) {
            gap("body", "only the first " + limits.parts() + " parts are listed");
            return false;
        }
        attachments.add(attachment);
        return true;
    }

    boolean isFull() {
        return attachments.size() >= limits.parts();
    }

    void text(String place, String text) {
        if (text.isBlank()) {
            return;
        }
        int left = limits.text() - characters;
        if (text.length() > left) {
            gap(place, Reasons.cut(limits.text()) + " of all attachments");
        }
        String kept = Characters.cut(text, Math.max(0, left));
        characters += kept.length();
        if (!kept.isEmpty()) {
            texts.add(new AttachmentText(place, kept));
        }
    }

    void gap(String place, String reason) {
        if (gaps.size() < GAPS) {
            gaps.add(new Gap(place, reason));
        }
    }

    /** What an assembled message says its source could not give. */
    void gapsOf(Headers headers, String place) {
        if (headers.assembled().isPresent()) {
            headers.all(AssembledMessage.GAP.toLowerCase(java.util.Locale.ROOT))
                    .forEach(gap -> gap(place, Characters.cut(HeaderText.line(gap, ""), 300)));
        }
    }

    void encrypted(String place) {
        encrypted = true;
        gap(place, "encrypted");
    }

    /** The parser gave up on a message. */
    void broken(String place) {
        broken = true;
        gap(place, "damaged: the message could not be read to its end");
    }

    boolean isBroken() {
        return broken;
    }

    boolean isEncrypted() {
        return encrypted;
    }

    /** Bytes that may still be unfolded. */
    long budget() {
        return Math.max(0, limits.inflated() - inflated);
    }

    void spend(long bytes) {
        inflated += bytes;
    }

    Coverage coverage() {
        return gaps.isEmpty() ? Coverage.FULL : new Coverage(Coverage.Extent.PARTLY, List.copyOf(gaps));
    }

    Coverage notRead() {
        return new Coverage(Coverage.Extent.NOT, List.copyOf(gaps));
    }
}
