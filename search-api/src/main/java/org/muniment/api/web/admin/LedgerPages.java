package org.muniment.api.web.admin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger, entry by entry, with what proves each to somebody else. */
@Controller
@Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
class LedgerPages {
    private static final int PAGE = 50;

    private final Archive archive;

    LedgerPages(Archive archive) {
        this.archive = archive;
    }

    /** @param before the first entry that is not shown any more: the latest stand first; negative for the end */
    @GetMapping("/admin/ledger")
    String page(
            @RequestParam(defaultValue = "-1") long before,
            @RequestParam(defaultValue = "") String about,
            Model model) {
        long size = archive.ledger().size();
        long end = before < 0 ? size : Math.min(before, size);
        long start = Math.max(0, end - PAGE);
        List<History> entries = about.isBlank()
                ? archive.ledger().entries(start, (int) (end - start)).reversed().stream()
                        .map(History::of)
                        .toList()
                : History.of(archive, about.strip());
        model.addAttribute("entries", entries);
        model.addAttribute("size", size);
        model.addAttribute("about", about.strip());
        model.addAttribute("earlier", about.isBlank() ? start : 0);
        model.addAttribute(
                "checkpoint",
                archive.ledger().latestCheckpoint().map(Object::toString).orElse(""));
        model.addAttribute("key", archive.ledger().publicKey().toString());
        return "admin/ledger";
    }

    @GetMapping("/admin/ledger/{index}")
    String entry(@PathVariable String index, Model model) {
        var entry = archive.ledger().entries(number(index), 1).getFirst();
        model.addAttribute("entry", History.of(entry));
        model.addAttribute("json", entry.json());
        return "admin/entry";
    }

    /** A C2SP {@code tlog-proof} file: with the entry's bytes and the public key it proves that the ledger has it. */
    @GetMapping("/admin/ledger/{index}/proof")
    ResponseEntity<byte[]> proof(@PathVariable String index) {
        long number = number(index);
        return file(
                "entry-" + number + ".tlog-proof",
                archive.ledger().prove(number).toString());
    }

    @GetMapping("/admin/ledger/{index}/entry.json")
    ResponseEntity<byte[]> json(@PathVariable String index) {
        long number = number(index);
        return file(
                "entry-" + number + ".json",
                archive.ledger().entries(number, 1).getFirst().json());
    }

    @GetMapping("/admin/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return file(
                "checkpoint.txt",
                archive.ledger().latestCheckpoint().orElseThrow(NotThere::new).toString());
    }

    private long number(String index) {
        if (!index.matches("\\d{1,15}")
                || Long.parseLong(index) >= archive.ledger().size()) {
            throw new NotThere();
        }
        return Long.parseLong(index);
    }

    private static ResponseEntity<byte[]> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
