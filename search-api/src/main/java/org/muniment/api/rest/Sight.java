package org.muniment.api.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.api.search.Mail;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.Purposes;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.item.ItemId;
import org.springframework.stereotype.Component;

/** What a program may see for a person: the own mail, or all of it for a purpose that is recorded before it is shown. */
@Component
final class Sight {
    private final Archive archive;
    private final Purposes purposes;

    Sight(Archive archive, Purposes purposes) {
        this.archive = archive;
        this.purposes = purposes;
    }

    /**
     * What is seen by one request.
     *
     * @param purpose null for own mail
     */
    record Seeing(Mail mail, @Nullable Purpose purpose, Who who) {}

    /**
     * Who sees what.
     *
     * @param purpose as in {@code for=request:R1}; null or {@code own} for own mail
     */
    Seeing of(Who who, @Nullable String purpose) {
        if (purpose == null || purpose.isBlank() || purpose.strip().equals("own")) {
            return new Seeing(Mail.own(archive, who.own()), null, who);
        }
        if (!who.readsOthers()) {
            throw new Refused(403, "That is for another role", "Your account may not read the mail of others.");
        }
        Optional<Purpose> known = purposes.of(Map.of("for", purpose));
        return new Seeing(
                Mail.all(archive),
                known.orElseThrow(() -> new Refused(
                        422,
                        "Say for what",
                        "for is request:R1 or matter:M1, one that exists, retention, or monitoring:Name, Title.")),
                who);
    }

    /** An item, its look recorded; 404 when there is none to be seen. */
    SeenItem item(Seeing seeing, String id) {
        SeenItem seen = Ids.of(ItemId::new, id).flatMap(seeing.mail()::find).orElseThrow(NotThere::new);
        looked(seeing, List.of(seen.id()));
        return seen;
    }

    /** Records looks, before anything is shown. */
    void looked(Seeing seeing, List<ItemId> items) {
        if (seeing.purpose() != null) {
            purposes.looked(seeing.who(), seeing.purpose(), items);
        }
    }

    /** Records a search, before anything is shown. */
    void searched(Seeing seeing, String query, long found) {
        if (seeing.purpose() != null) {
            purposes.searched(seeing.who(), seeing.purpose(), query, found);
        }
    }
}
