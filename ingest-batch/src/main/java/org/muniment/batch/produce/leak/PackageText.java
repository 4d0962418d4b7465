package org.muniment.batch.produce.leak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.archive.pdf.PdfContents;

/** Everything that can be read in a package, a piece at a time. */
final class PackageText {
    private static final Set<String> TABLES = Set.of("csv", "dat", "opt", "txt", "json", "md", "html");
    private static final Pattern NUMBER = Pattern.compile("[A-Z][A-Z0-9]{0,19}-[0-9]{9}");
    private static final String NATIVES = "NATIVES";

    private PackageText() {}

    /** A piece of what stands in a package. */
    sealed interface Piece {
        /** The file within the package, and where in it. */
        String where();

        /** The Bates numbers that stand with it. */
        Set<String> numbers();

        /** Text. */
        record Text(String where, Set<String> numbers, String text) implements Piece {}

        /** A page, of which the text is read when it is looked at. */
        record Page(String where, PdfContents.Found.Page page) implements Piece {
            @Override
            public Set<String> numbers() {
                return Set.of();
            }

            /** @throws IOException when its text is not known */
            List<Text> texts() throws IOException {
                return page.texts().stream()
                        .map(text -> new Text(where, PackageText.numbers(page.where(), text.text()), text.text()))
                        .toList();
            }
        }

        /** A picture on a page. */
        @SuppressWarnings("ArrayRecordComponent")
        record Picture(String where, Set<String> numbers, byte[] file) implements Piece {}

        /** Bytes that may hold text. */
        @SuppressWarnings("ArrayRecordComponent")
        record Bytes(String where, Set<String> numbers, byte[] bytes) implements Piece {}

        /** A file that is given as it was collected. */
        record Native(String where, Set<String> numbers) implements Piece {}
    }

    /**
     * Reads a package.
     *
     * @param folder its contents
     * @throws IOException when something of it can't be read: then nothing is known of it
     */
    static void read(Path folder, Consumer<Piece> found) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            found.accept(new Piece.Text("file name " + name, numbers(name), name));
            read(file, name, found);
        }
    }

    private static void read(Path file, String name, Consumer<Piece> found) throws IOException {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (name.contains(NATIVES + "/")) {
            found.accept(new Piece.Native(name, numbers(name)));
        } else if (extension.equals("pdf")) {
            pdf(file, name, found);
        } else if (TABLES.contains(extension)) {
            table(file, name, found);
        } else {
            found.accept(new Piece.Bytes(name, Set.of(), Files.readAllBytes(file)));
        }
    }

    private static void pdf(Path file, String name, Consumer<Piece> found) throws IOException {
        PdfContents.read(file, one -> found.accept(piece(name, one)));
    }

    private static Piece piece(String name, PdfContents.Found one) {
        String where = name + ", " + one.where();
        return switch (one) {
            case PdfContents.Found.Text text -> new Piece.Text(where, numbers(one.where(), text.text()), text.text());
            case PdfContents.Found.Picture picture -> new Piece.Picture(where, numbers(one.where()), picture.file());
            case PdfContents.Found.Page page -> new Piece.Page(where, page);
            case PdfContents.Found.Bytes bytes -> new Piece.Bytes(where, Set.of(), bytes.bytes());
        };
    }

    /** Of a text, which belongs to one document, all at once; of a table each line, which names its own. */
    private static void table(Path file, String name, Consumer<Piece> found) throws IOException {
        Set<String> inName = numbers(name);
        if (!inName.isEmpty()) {
            found.accept(new Piece.Text(name, inName, Files.readString(file)));
            return;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            long[] at = {0};
            lines.forEach(line -> found.accept(new Piece.Text(name + ", line " + ++at[0], numbers(line), line)));
        }
    }

    /** A page's own number, else those that its text names: contents and logs. */
    private static Set<String> numbers(String where, String text) {
        Set<String> own = numbers(where);
        return own.isEmpty() ? numbers(text) : own;
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }
}
