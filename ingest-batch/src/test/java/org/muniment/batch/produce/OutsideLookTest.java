package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;

/**
 * Mail with made-up words in every place a word can have, half of them hidden by a reviewer, is produced; then other people's
 * programs ({@code pdftotext}, {@code qpdf}, {@code strings}) read the package. They find every word that was not hidden and
 * none that was.
 */
class OutsideLookTest {
    private static final int MAILS = Integer.getInteger("muniment.mails", 6);
    private static final List<List<String>> PROGRAMS = List.of(
            List.of("pdftotext", "-enc", "UTF-8", "FILE", "-"),
            List.of("qpdf", "--qdf", "--object-streams=disable", "FILE", "-"),
            List.of("strings", "-a", "FILE"),
            List.of("strings", "-a", "-el", "FILE"));
    /** Stands in the file of which areas are hidden, not words. */
    private static final String BY_AREA = "A list drawn by hand";

    private static final Pattern MADE_UP = Pattern.compile("(hide|show|gone)[a-z]{12}");

    @TempDir
    Path folder;

    private final long seed = Long.getLong("muniment.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void theProgramsAreThere() {
        System.out.println("OutsideLookTest seed " + seed);
        boolean all = Stream.of("pdftotext", "qpdf", "strings").allMatch(OutsideLookTest::isInstalled);
        if (Boolean.parseBoolean(System.getenv("PDF_PROGRAMS_REQUIRED"))) {
            assertThat(all).as("pdftotext, qpdf and strings are installed").isTrue();
        }
        assumeTrue(all, "pdftotext, qpdf and strings are not installed");
    }

    @ParameterizedTest
    @EnumSource(ProductionFormat.class)
    void otherProgramsFindWhatWasShownAndNothingThatWasHidden(ProductionFormat format) throws Exception {
        try (District district = District.create(folder)) {
            for (int i = 0; i < MAILS; i++) {
                district.mail("mail-" + i, mail(i));
            }
            district.code(district.all(), Decision.EXEMPT_IN_PART, District.PUPIL);
            Set<String> hidden = new TreeSet<>();
            Set<String> shown = new TreeSet<>();
            district.all().forEach(item -> review(district, item, hidden, shown));
            Set<String> found =
                    found(district.produce(district.reviewed(format, "out")).folder());
            assertThat(hidden).hasSizeGreaterThan(8 * MAILS);
            assertThat(found).as("seed " + seed).containsAll(shown);
            assertThat(found.stream().filter(word -> !word.startsWith("show")))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void theProgramsWouldFindAHiddenWord() throws Exception {
        Files.writeString(folder.resolve("leak.pdf"), new FormPdf("hidebbbbbbbbbbbb", "", "", "").text());
        Files.write(folder.resolve("leak.bin"), "x\0gonecccccccccccc".getBytes(StandardCharsets.UTF_16LE));
        assertThat(found(folder)).containsExactly("gonecccccccccccc", "hidebbbbbbbbbbbb");
    }

    /** Hides the words that are to be hidden wherever a reviewer can see them; counts both kinds. */
    private static void review(District district, ItemId item, Set<String> hidden, Set<String> shown) {
        for (Map.Entry<Part, String> part : district.texts(item).entrySet()) {
            Set<String> words = words(part.getValue());
            words.stream().filter(word -> word.startsWith("hide")).forEach(word -> {
                if (part.getValue().contains(BY_AREA)) {
                    area(district, item, word);
                } else {
                    district.redact(item, part.getKey(), word);
                }
                hidden.add(word);
            });
            words.stream().filter(word -> word.startsWith("show")).forEach(shown::add);
        }
    }

    /** Hides an area of the last attachment's page, as a reviewer draws it around a word. */
    private static void area(District district, ItemId item, String word) {
        ItemProof page = new ItemProofs(district.archive)
                .page(district.archive.items().find(item).orElseThrow(), List.of(), 3, 1)
                .orElseThrow();
        page.proof().words().stream()
                .filter(one -> one.text().equals(word))
                .forEach(one -> district.mark(item, page.under(one.spot())));
    }

    private static Set<String> words(String text) {
        Matcher matcher = MADE_UP.matcher(text);
        Set<String> words = new TreeSet<>();
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static Set<String> found(Path made) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(made)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        Set<String> found = new TreeSet<>(words(files.toString()));
        for (Path file : files) {
            for (List<String> program : PROGRAMS) {
                boolean forPdf = !program.getFirst().equals("strings");
                if (!forPdf || file.toString().endsWith(".pdf")) {
                    found.addAll(words(said(program, file).replaceAll("\\s+", "")));
                }
            }
        }
        return found;
    }

    private static String said(List<String> program, Path file) throws IOException, InterruptedException {
        List<String> command = program.stream()
                .map(word -> word.equals("FILE") ? file.toString() : word)
                .collect(Collectors.toCollection(ArrayList::new));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        return said;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** {@code hide}: a reviewer hides it. {@code show}: stays. {@code gone}: no reviewer sees it, nobody may. */
    private String word(String fate) {
        return random.ints(12, 'a', 'z' + 1)
                .collect(() -> new StringBuilder(fate), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String hide() {
        return word("hide");
    }

    private String show() {
        return word("show");
    }

    private String gone() {
        return word("gone");
    }

    private String mail(int number) {
        String body = hide() + " and " + show() + " met.\n> " + hide() + " was quoted, " + show() + " too\n";
        String pdf = new FormPdf(hide() + " " + show(), hide(), hide(), gone()).text();
        return """
                From: "%s Ortiz" <office@district.example>
                To: "%s" <clerk@district.example>
                Date: Mon, 15 Sep 2025 12:00:00 -0700
                Message-ID: <%s@district.example>
                Subject: About %s and %s, number %d
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=utf-8

                %s
                --inner
                Content-Type: text/html; charset=utf-8

                <p title="%s">%s<img src="http://x.example/%s.png" alt="%s"></p><!-- %s -->
                --inner--
                --outer
                Content-Type: text/plain
                Content-Disposition: attachment; filename="%s-%s.txt"

                %s in a file, %s in it
                --outer
                Content-Type: application/pdf; name="form.pdf"
                Content-Disposition: attachment; filename="form.pdf"
                Content-Transfer-Encoding: base64

                %s
                --outer
                Content-Type: application/pdf; name="list.pdf"
                Content-Disposition: attachment; filename="list.pdf"
                Content-Transfer-Encoding: base64

                %s
                --outer--
                """.formatted(
                        show(),
                        hide(),
                        gone(),
                        hide(),
                        show(),
                        number,
                        body,
                        gone(),
                        body.replace("\n", "<br>"),
                        gone(),
                        hide(),
                        gone(),
                        hide(),
                        show(),
                        hide(),
                        show(),
                        District.base64(pdf.getBytes(StandardCharsets.ISO_8859_1)),
                        District.base64(PlainPdf.of(BY_AREA, hide() + " " + show(), show(), hide())));
    }

    /**
     * A PDF with words on its page, in a form's field, in a note and in its properties.
     *
     * @param page stands on the page
     * @param field what was filled in
     * @param note a comment
     * @param title of the document
     */
    private record FormPdf(String page, String field, String note, String title) {
        String text() {
            String content = "BT /F1 12 Tf 72 700 Td (" + page + ") Tj ET";
            String shape = "BT /F1 10 Tf 2 4 Td (" + field + ") Tj ET";
            List<String> objects = List.of(
                    "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [6 0 R] /DR <</Font <</F1 5 0 R>>>> /DA (/F1 10 Tf)>>>>",
                    "<</Type /Pages /Kids [3 0 R] /Count 1>>",
                    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>"
                            + " /Annots [6 0 R 7 0 R]>>",
                    "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream",
                    "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
                    "<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (" + field
                            + ") /Rect [72 600 400 620] /P 3 0 R /F 4 /AP <</N 9 0 R>>>>",
                    "<</Type /Annot /Subtype /Text /Contents (" + note + ") /Rect [72 500 92 520] /P 3 0 R>>",
                    "<</Title (" + title + ")>>",
                    "<</Type /XObject /Subtype /Form /BBox [0 0 328 20] /Resources <</Font <</F1 5 0 R>>>> /Length "
                            + shape.length() + ">>\nstream\n" + shape + "\nendstream");
            return PlainPdf.written(objects);
        }
    }
}
