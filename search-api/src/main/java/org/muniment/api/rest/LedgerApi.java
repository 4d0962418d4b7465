package org.muniment.api.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Entry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The custody ledger: its entries, their proofs, and the checkpoint that they lead to. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/ledger")
@Allowed({Role.AUDITOR, Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.LEGAL, Role.CLERK})
@For(Area.ADMIN)
class LedgerApi {
    private final Archive archive;
    private final Answers answers;

    LedgerApi(Archive archive, Answers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    /**
     * An entry.
     *
     * @param index from 0
     * @param event as it was written: the exact bytes that are proved
     */
    record Line(long index, @JsonRawValue String event) {
        static Line of(Entry entry) {
            return new Line(entry.index(), entry.json());
        }
    }

    @GetMapping("/entries")
    @Does(
            value = "Entries in their order; of one item, run or noun when about is given",
            gives = Line.class,
            many = true)
    ResponseEntity<byte[]> entries(
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "") String about) {
        List<Entry> read = about.isEmpty()
                ? archive.ledger().entries(after + 1, Answers.limit(limit) + 1)
                : archive.ledger().entriesFor(about).stream()
                        .filter(entry -> entry.index() > after)
                        .limit(Answers.limit(limit) + 1L)
                        .toList();
        return answers.page(read.stream().map(Line::of).toList(), limit, Line::index);
    }

    @GetMapping("/entries/{index}")
    @Does(value = "An entry", gives = Line.class)
    ResponseEntity<byte[]> entry(@PathVariable long index) {
        require(index);
        return answers.one(Line.of(archive.ledger().entries(index, 1).getFirst()));
    }

    private void require(long index) {
        if (index < 0 || index >= archive.ledger().size()) {
            throw new NotThere();
        }
    }

    @GetMapping("/entries/{index}/proof")
    @Does(value = "The proof that an entry is in the ledger (C2SP tlog-proof)", media = "text/plain")
    ResponseEntity<String> proof(@PathVariable long index) {
        require(index);
        return text(archive.ledger().prove(index).toString());
    }

    @GetMapping("/checkpoint")
    @Does(value = "The latest signed checkpoint (C2SP tlog-checkpoint): keep it elsewhere", media = "text/plain")
    ResponseEntity<String> checkpoint() {
        return text(
                archive.ledger().latestCheckpoint().orElseThrow(NotThere::new).toString());
    }

    @GetMapping("/key")
    @Does(value = "The ledger's public key", media = "text/plain")
    ResponseEntity<String> key() {
        return text(archive.ledger().publicKey() + "\n");
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(text);
    }
}
