package org.muniment.api.web.holds;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Open;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Notice;
import org.muniment.archive.hold.NoticeLink;
import org.muniment.archive.hold.NoticeLinks;
import org.muniment.archive.people.Person;
import org.muniment.batch.holding.Mailboxes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where the link of a notice leads, without an account. Opening it acknowledges nothing, since mail scanners open links; the
 * button does. Whatever this archive did not sign is not there.
 */
@Controller
@Open
class AcknowledgePage {
    private final Archive archive;
    private final NoticeLinks links;

    AcknowledgePage(Archive archive) {
        this.archive = archive;
        this.links = new NoticeLinks(archive.ledger());
    }

    @GetMapping("/acknowledge/{signed}")
    String page(@PathVariable String signed, Model model) {
        NoticeLink link = links.read(signed).orElseThrow(NotThere::new);
        LegalHold hold = archive.holds().find(link.hold()).orElseThrow(NotThere::new);
        model.addAttribute("hold", HoldLine.of(archive, List.of(hold)).getFirst());
        model.addAttribute("person", name(link));
        model.addAttribute("signed", signed);
        model.addAttribute("sent", link.sent());
        model.addAttribute("acknowledged", acknowledged(link));
        return "holds/acknowledge";
    }

    private @Nullable Instant acknowledged(NoticeLink link) {
        try {
            return archive.notices().acknowledgement(link).map(Notice::at).orElse(null);
        } catch (HoldRefused noSuchNotice) {
            throw new NotThere();
        }
    }

    @PostMapping("/acknowledge/{signed}")
    String acknowledge(@PathVariable String signed) {
        NoticeLink link = links.read(signed).orElseThrow(NotThere::new);
        acknowledged(link);
        Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.notices()
                        .acknowledge(
                                link,
                                Mailboxes.ofPerson(archive, link.custodian().address()),
                                archive.clock().instant())));
        archive.ledger().checkpoint();
        return "redirect:/acknowledge/" + signed;
    }

    private String name(NoticeLink link) {
        String address = link.custodian().address();
        return archive.people().find(address).map(Person::name).orElse(address);
    }
}
