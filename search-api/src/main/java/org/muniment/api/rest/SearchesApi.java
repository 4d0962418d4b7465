package org.muniment.api.rest;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.saved.SavedSearch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Searches that people keep: the words, never the purpose. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/searches")
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER})
@For(Area.SEARCH)
class SearchesApi {
    private final Archive archive;
    private final Answers answers;

    SearchesApi(Archive archive, Answers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    /**
     * A search to be kept; it takes the place of one's own of that name.
     *
     * @param query in the query language, as it was typed
     * @param shared whether all who search see it
     */
    record Keep(String name, String query, @Nullable Boolean shared) {}

    /** @param own whether it is the person's who asks */
    record Kept(long number, String name, String query, boolean shared, boolean own, Instant saved) {
        static Kept of(SavedSearch one, Who who) {
            return new Kept(
                    one.number(),
                    one.name(),
                    one.query(),
                    one.isShared(),
                    one.owner().equals(who.user()),
                    one.saved());
        }
    }

    /** @param forgotten its number */
    record Forgotten(long forgotten) {}

    @GetMapping
    @Does(value = "The searches one keeps, and those that others share, by name", gives = Kept.class, many = true)
    ResponseEntity<byte[]> list(Who who) {
        return answers.all(archive.savedSearches().seenBy(who.user()).stream()
                .map(one -> Kept.of(one, who))
                .toList());
    }

    @GetMapping("/{number}")
    @Does(value = "A search that is kept", gives = Kept.class)
    ResponseEntity<byte[]> show(Who who, @PathVariable String number) {
        return answers.one(Kept.of(
                archive.savedSearches().find(Nouns.number(number), who.user()).orElseThrow(NotThere::new), who));
    }

    @PostMapping
    @Does(value = "Keeps a search", takes = Keep.class, gives = Kept.class, status = 201)
    ResponseEntity<byte[]> keep(Who who, @RequestBody byte[] body) {
        Keep asked = answers.read(body, Keep.class);
        SavedSearch kept = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.savedSearches()
                        .save(
                                who.user(),
                                Needed.of("name", asked.name()),
                                Needed.of("query", asked.query()),
                                Boolean.TRUE.equals(asked.shared()),
                                archive.clock().instant())));
        return answers.made("/searches/" + kept.number(), Kept.of(kept, who));
    }

    @PostMapping("/{number}/forget")
    @Does(value = "Keeps an own search no more", takes = Nothing.class, gives = Forgotten.class)
    ResponseEntity<byte[]> forget(Who who, @PathVariable String number, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        Boolean gone = archive.catalogue()
                .transactions()
                .execute(status -> archive.savedSearches().forget(Nouns.number(number), who.user()));
        if (!Boolean.TRUE.equals(gone)) {
            throw new NotThere();
        }
        return answers.one(new Forgotten(Nouns.number(number)));
    }
}
