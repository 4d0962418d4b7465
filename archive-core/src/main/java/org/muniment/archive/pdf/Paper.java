package org.muniment.archive.pdf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a bundle is made of: a mail, an attachment, a slip sheet, a cover. Each begins on a new page. */
public sealed interface Paper {
    /** Its bookmark; whatever is redacted is not in it. */
    String title();

    /** Depth of its bookmark: 1 for a mail, 2 for its attachments. */
    int level();

    /** Text that flows over pages. */
    record Flow(String title, int level, List<Block> blocks) implements Paper {
        public Flow {
            blocks = List.copyOf(blocks);
            checkLevel(level);
        }
    }

    /**
     * A mail written in HTML. It is drawn without a network, scripts or files: pictures on other servers are left out and
     * this is said on the page. A body that can't be drawn in bounded time and pages is set as flowing text, with a note.
     *
     * @param head stands before the body, on its first page
     * @param html as the mail has it
     * @param pictures files of the pictures that the mail brings along, by Content-ID without angle brackets
     */
    record Markup(String title, int level, List<Block> head, String html, Map<String, Path> pictures) implements Paper {
        public Markup {
            head = List.copyOf(head);
            pictures = Map.copyOf(pictures);
            checkLevel(level);
        }
    }

    /**
     * The pages of a PDF file from elsewhere, as pictures of its pages with the words below: its scripts, hidden layers,
     * files and metadata stay out.
     *
     * @param masks areas that are blacked out, in the picture and in the words
     * @param strikes words that are blacked out wherever they stand. Where a page's words hold one and its place can't be
     *     found, the whole page is blacked out
     */
    record Inserted(String title, int level, Path pdf, List<Mask> masks, List<Strike> strikes) implements Paper {
        public Inserted {
            masks = List.copyOf(masks);
            strikes = List.copyOf(strikes);
            checkLevel(level);
        }
    }

    /**
     * A picture: JPEG, PNG, GIF, BMP or TIFF, of which each page is a page. Its metadata stay out.
     *
     * @param altText what it shows, for those who can't see it; its name, where nothing better is known
     */
    record Picture(String title, int level, Path image, String altText, List<Mask> masks) implements Paper {
        public Picture {
            masks = List.copyOf(masks);
            checkLevel(level);
        }
    }

    private static void checkLevel(int level) {
        if (level != 1 && level != 2) {
            throw new IllegalArgumentException("A paper is of level 1 or 2, not " + level);
        }
    }
}
