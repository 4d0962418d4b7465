package org.muniment.archive.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.archive.pdf.PdfContents.Found;

/**
 * Finds the text of each page in two readings: the first learns what the codes of the fonts mean and which stream is which
 * page, the second reads the pages. Knows only what {@link PdfFile} and its users write.
 */
final class PdfTexts implements PdfScan.Visitor {
    private static final Pattern FONT = Pattern.compile("/ToUnicode (\\d+) 0 R");
    private static final Pattern NAMED = Pattern.compile("/([^\\s/<>\\[\\]]+) (\\d+) 0 R");
    private static final Pattern FONTS = Pattern.compile("^<<(/[^\\s/<>\\[\\]]+ \\d+ 0 R )+>>\\s*$");
    private static final Pattern PAGE = Pattern.compile("/Contents (\\d+) 0 R");
    private static final Pattern KIDS = Pattern.compile("/Kids \\[([^]]*)\\]");
    private static final Pattern LABEL = Pattern.compile("(\\d+) <<(?:/P <feff([0-9a-f]*)>|/S /r /St (\\d+))>>");
    private static final Pattern INLINE_FONTS = Pattern.compile("/Font <<([^>]*)>>");
    private static final Pattern SHARED_FONTS = Pattern.compile("/Font (\\d+) 0 R");
    private static final Pattern PICTURE = Pattern.compile("/Width (\\d+) /Height (\\d+) .*/BitsPerComponent 4");
    private static final Pattern NUMBER = Pattern.compile("(\\d+) 0 R");

    private final Consumer<Found> found;
    private final Map<Integer, Integer> fonts = new HashMap<>();
    private final Map<Integer, Meanings> meanings = new HashMap<>();
    private final Map<Integer, Map<String, Integer>> dictionaries = new HashMap<>();
    private final Map<Integer, List<Integer>> nodes = new HashMap<>();
    private final Map<Integer, Integer> contents = new HashMap<>();
    private final Map<Integer, String> labels = new HashMap<>();
    private final Map<Integer, String> places = new HashMap<>();
    private final List<TextDrawing> drawings = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private Map<String, Meanings> shared = Map.of();
    private int root;

    PdfTexts(Consumer<Found> found) {
        this.found = found;
    }

    /** A drawing of text that a page shows; itself it shows those before it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record TextDrawing(int number, Map<String, Meanings> fonts, byte[] content) {}

    /** A page as it stands in the file. */
    @SuppressWarnings("ArrayRecordComponent")
    private record UnreadPage(String where, Map<String, Meanings> fonts, List<TextDrawing> drawings, byte[] content)
            implements Found.Page {
        @Override
        public int size() {
            return content.length
                    + drawings.stream()
                            .mapToInt(drawing -> drawing.content().length)
                            .sum();
        }

        @Override
        public List<Found.Text> texts() throws IOException {
            Map<String, ContentText.Said> said = new HashMap<>();
            for (TextDrawing drawing : drawings) {
                said.put("D" + drawing.number(), new ContentText(drawing.fonts(), said).of(drawing.content()));
            }
            ContentText.Said page = new ContentText(fonts, said).of(content);
            return Stream.of(page.drawn(), page.placed())
                    .distinct()
                    .map(text -> new Found.Text(where, text))
                    .toList();
        }
    }

    /** First reading: an object that is no stream. */
    void learn(int number, String object) {
        if (!object.startsWith("<<")) {
            return;
        }
        // Most objects of a tagged file are parts of its structure: the patterns are tried on few.
        if (object.startsWith("<</Type /Page /")) {
            number(PAGE, object).ifPresent(content -> contents.put(number, content));
        } else if (object.startsWith("<</Type /Pages ")) {
            node(number, object);
        } else if (object.startsWith("<</Type /Catalog")) {
            label(object);
        } else if (object.contains("/Subtype /Type0 ")) {
            number(FONT, object).ifPresent(meaning -> fonts.put(number, meaning));
        } else if (FONTS.matcher(object).matches()) {
            dictionaries.put(number, names(object));
        }
    }

    private static Optional<Integer> number(Pattern pattern, String object) {
        Matcher found = pattern.matcher(object);
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }

    private void node(int number, String object) {
        Matcher kids = KIDS.matcher(object);
        if (kids.find()) {
            nodes.put(number, numbers(kids.group(1)));
            root = object.contains("/Parent") ? root : number;
        }
    }

    private void label(String catalog) {
        Matcher label = LABEL.matcher(catalog);
        while (label.find()) {
            String mark = label.group(2) == null
                    ? "front " + label.group(3)
                    : new String(HexFormat.of().parseHex(label.group(2)), StandardCharsets.UTF_16BE);
            labels.put(Integer.valueOf(label.group(1)), mark);
        }
    }

    /** First reading: a stream. */
    void learn(int number, byte[] content) {
        if (content.length > 10 && new String(content, 0, 10, StandardCharsets.ISO_8859_1).equals("/CIDInit /")) {
            meanings.put(number, new Meanings(CodeMeanings.read(content)));
        }
    }

    private static List<Integer> numbers(String references) {
        List<Integer> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(references);
        while (number.find()) {
            numbers.add(Integer.valueOf(number.group(1)));
        }
        return numbers;
    }

    private static Map<String, Integer> names(String object) {
        Map<String, Integer> names = new HashMap<>();
        Matcher named = NAMED.matcher(object);
        while (named.find()) {
            names.put(named.group(1), Integer.valueOf(named.group(2)));
        }
        return names;
    }

    private Map<String, Meanings> meant(Map<String, Integer> names) {
        Map<String, Meanings> meant = new HashMap<>();
        names.forEach((name, font) -> {
            Meanings meaning = meanings.get(fonts.getOrDefault(font, 0));
            if (meaning != null) {
                meant.put(name, meaning);
            }
        });
        return meant;
    }

    /** Between the readings. */
    void learned() {
        dictionaries.values().forEach(names -> {
            Map<String, Meanings> meant = meant(names);
            // Names of other things are in dictionaries of the same look.
            shared = meant.size() > shared.size() ? meant : shared;
        });
        place(root);
    }

    private void place(int node) {
        for (int kid : nodes.getOrDefault(node, List.of())) {
            if (contents.containsKey(kid)) {
                int index = places.size();
                String label = labels.containsKey(index) ? " (" + labels.get(index) + ")" : "";
                places.put(contents.get(kid), "page " + (index + 1) + label);
            } else {
                place(kid);
            }
        }
    }

    @Override
    public void object(int number, String object) {
        // Learned from in the first reading.
    }

    /** Second reading: a page or a drawing of text. */
    @Override
    public boolean wants(int number, String dictionary) {
        return isDrawing(dictionary) || isPicture(dictionary) || places.containsKey(number);
    }

    private static boolean isPicture(String dictionary) {
        return dictionary.contains("/Subtype /Image") && !dictionary.contains("/ImageMask");
    }

    private static byte[] picture(String dictionary, byte[] content) {
        Matcher size = PICTURE.matcher(dictionary);
        if (dictionary.contains("/DCTDecode") || !size.find()) {
            return content;
        }
        return graymap(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), content);
    }

    /** Two pixels a byte, as {@link Drawing} packs them, become a byte each. */
    private static byte[] graymap(int width, int height, byte[] packed) {
        byte[] head = ("P5 " + width + " " + height + " 15\n").getBytes(StandardCharsets.US_ASCII);
        byte[] file = Arrays.copyOf(head, head.length + width * height);
        int row = (width + 1) / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int two = packed[y * row + x / 2] & 0xff;
                file[head.length + y * width + x] = (byte) (x % 2 == 0 ? two >> 4 : two & 0xf);
            }
        }
        return file;
    }

    private static boolean isDrawing(String dictionary) {
        return dictionary.contains("/Subtype /Form");
    }

    @Override
    public void stream(int number, String dictionary, byte[] content) {
        String place = places.get(number);
        if (isPicture(dictionary)) {
            pictures.add(picture(dictionary, content));
        } else if (isDrawing(dictionary)) {
            drawings.add(new TextDrawing(number, fontsOf(dictionary), content));
        } else if (place != null) {
            found.accept(new UnreadPage(place, shared, List.copyOf(drawings), content));
            pictures.forEach(picture -> found.accept(new Found.Picture(place, picture)));
            pictures.clear();
            drawings.clear();
        }
    }

    private Map<String, Meanings> fontsOf(String dictionary) {
        Matcher inline = INLINE_FONTS.matcher(dictionary);
        if (inline.find()) {
            return meant(names(inline.group(1)));
        }
        return SHARED_FONTS.matcher(dictionary).find() ? shared : Map.of();
    }
}
