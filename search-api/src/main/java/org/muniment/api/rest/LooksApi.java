package org.muniment.api.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.looks.AskedLooks;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Look;
import org.muniment.archive.access.Looks;
import org.muniment.archive.access.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at what of others' mail, and why. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/looks")
@Allowed(Role.AUDITOR)
@For(Area.ADMIN)
class LooksApi {
    private final Archive archive;
    private final Answers answers;

    LooksApi(Archive archive, Answers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    /**
     * A look at an item, or a search.
     *
     * @param item empty for a search
     * @param query what was searched; empty for a look at an item
     * @param found how many items it found; null for a look at an item
     * @param takenOutWith the bundle or export with which an item was taken out; empty for a search or a look at the item alone
     */
    record Seen(
            long number,
            Instant at,
            String account,
            String purpose,
            String item,
            String query,
            @Nullable Long found,
            String takenOutWith) {
        static Seen of(Look one) {
            return new Seen(
                    one.number(),
                    one.at(),
                    one.account(),
                    one.purpose().toString(),
                    one.item(),
                    one.isSearch() ? one.query() : "",
                    one.isSearch() ? one.found() : null,
                    one.takenOutWith());
        }
    }

    /** A fault in the record of looks. */
    record Fault(String words) {}

    @GetMapping
    @Does(
            value = "Looks at others' mail, the latest first; what is given narrows them",
            gives = Seen.class,
            many = true)
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        Looks.Asked asked = asked(new AskedLooks(user, item, purpose, from, to));
        List<Look> read = archive.access().looks().list(asked, after, Answers.limit(limit) + 1);
        return answers.page(read.stream().map(Seen::of).toList(), limit, Seen::number);
    }

    private Looks.Asked asked(AskedLooks typed) {
        try {
            return typed.in(archive.settings().zone());
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("from and to are days such as 2026-02-28", wrong);
        }
    }

    @GetMapping("/faults")
    @Does(value = "What is wrong with the record of looks, proved against the ledger", gives = Fault.class, many = true)
    ResponseEntity<byte[]> faults() {
        return answers.all(
                archive.access().looks().faults().stream().map(Fault::new).toList());
    }
}
