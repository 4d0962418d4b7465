package org.muniment.api.web.looks;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.api.WrongUsage;
import org.muniment.api.web.Allowed;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Look;
import org.muniment.archive.access.Looks;
import org.muniment.archive.access.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The same looks as a file for spreadsheets (RFC 4180, UTF-8): what one would take for a formula gets an apostrophe before it,
 * since queries are what people typed.
 */
@Controller
@Allowed(Role.AUDITOR)
class LooksFile {
    private static final int PAGE = 500;

    private final Archive archive;

    LooksFile(Archive archive) {
        this.archive = archive;
    }

    @GetMapping("/looks.csv")
    ResponseEntity<StreamingResponseBody> file(@RequestParam Map<String, String> given) {
        Looks.Asked asked = asked(given);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"looks.csv\"")
                .body(out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    write(asked, writer);
                    writer.flush();
                });
    }

    private Looks.Asked asked(Map<String, String> given) {
        try {
            return LooksPages.Form.of(given, "").asked(archive.settings().zone());
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new WrongUsage(String.valueOf(wrong.getMessage()));
        }
    }

    private void write(Looks.Asked asked, Writer out) throws IOException {
        out.write(row(Stream.of("number", "at", "account", "purpose", "item", "searched", "found", "taken out with")));
        List<Look> page = archive.access().looks().list(asked, 0, PAGE);
        while (!page.isEmpty()) {
            for (Look look : page) {
                out.write(row(Stream.of(
                        String.valueOf(look.number()),
                        look.at().toString(),
                        look.account(),
                        look.purpose().toString(),
                        look.item(),
                        look.isSearch() ? look.query() : "",
                        look.isSearch() ? String.valueOf(look.found()) : "",
                        look.takenOutWith())));
            }
            page = archive.access().looks().list(asked, page.getLast().number(), PAGE);
        }
    }

    private static String row(Stream<String> cells) {
        return cells.map(LooksFile::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
