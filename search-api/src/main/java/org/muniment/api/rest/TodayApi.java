package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Changes;
import org.muniment.api.web.Today;
import org.muniment.api.web.TodaySection.Card;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.Token.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person today. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/today")
@Allowed(Role.STAFF)
@For({})
class TodayApi {
    private final Archive archive;
    private final Answers answers;
    private final Today today;
    private final Changes changes;

    TodayApi(Archive archive, Answers answers, Today today, Changes changes) {
        this.archive = archive;
        this.answers = answers;
        this.today = today;
        this.changes = changes;
    }

    /** @param cards what waits, the most urgent area first; of the areas that the token is good in */
    record Waiting(LocalDate day, List<Card> cards) {}

    @GetMapping
    @Does(value = "What waits for the person, of the areas that the token is good in", gives = Waiting.class)
    ResponseEntity<byte[]> today(Who who, HttpServletRequest request) {
        List<Card> cards = today.of(who, changes.now()).stream()
                .filter(card -> BearerFilter.of(request)
                        .filter(token -> token.reach().allows(area(card), Scope.READ))
                        .isPresent())
                .toList();
        return answers.one(new Waiting(
                LocalDate.ofInstant(changes.now(), archive.settings().zone()), cards));
    }

    /** Of which area a card is, by the page that it leads to. */
    private static Area area(Card card) {
        return switch (card.path().replaceFirst("^/([^/?#]*).*", "$1")) {
            case "mine" -> Area.SEARCH;
            case "requests" -> Area.REQUESTS;
            case "holds", "departed" -> Area.HOLDS;
            case "disposition", "declarations" -> Area.DISPOSITION;
            default -> Area.ADMIN;
        };
    }
}
