package org.muniment.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.ItemContents;
import org.muniment.archive.item.reading.OpenedItems;
import org.muniment.archive.item.reading.VoiceFacts;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;

/**
 * What a voicemail tells of its call; empty texts are not told.
 *
 * @param transcript machine, edited or none
 */
public record ShownCall(String caller, String number, String seconds, String transcript, String confidence) {
    /** The call of a voicemail; null of any other item, and where the object is lost. */
    static @Nullable ShownCall of(Archive archive, RegisteredItem item) {
        if (item.item().kind() != Kind.VOICEMAIL) {
            return null;
        }
        try {
            Path folder = Files.createTempDirectory("voicemail");
            try (ItemContents contents = new OpenedItems(archive.objects(), archive.reader()).open(item, folder)) {
                return of(contents.voice());
            } catch (ObjectMissing | ObjectCorrupt lost) {
                return null;
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ShownCall of(VoiceFacts facts) {
        return new ShownCall(
                facts.caller(),
                facts.number(),
                facts.seconds(),
                facts.transcript().name().toLowerCase(Locale.ROOT),
                facts.confidence());
    }

    /** Who called and for how long. */
    String words() {
        String who = caller.equals(number) ? number : (caller + " " + number).strip();
        return (who.isEmpty() ? "caller unknown" : who) + (seconds.isEmpty() ? "" : ", " + seconds + " seconds");
    }

    /** Where the words come from. */
    String heard() {
        return switch (transcript) {
            case "machine" ->
                "by a machine" + (confidence.isEmpty() ? "" : ", confidence " + confidence) + "; the recording counts";
            case "edited" -> "written or corrected by a person; the recording counts";
            default -> "none: listen to the recording";
        };
    }
}
