package org.muniment.api.web.holds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Notice.Step;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.holding.Recipient;
import org.muniment.batch.mail.MailRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends notices, reminders and releases, and records acknowledgements that came on paper. */
@Controller
@Allowed(Role.LEGAL)
class HoldNotices {
    private final Archive archive;
    private final HoldTelling telling;

    HoldNotices(Archive archive, HoldTelling telling) {
        this.archive = archive;
        this.telling = telling;
    }

    @PostMapping("/holds/{id}/notices")
    String tell(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> to,
            @RequestParam String step,
            Who who,
            RedirectAttributes after) {
        LegalHold hold = HoldPages.find(archive, id);
        if (to == null || to.isEmpty()) {
            after.addFlashAttribute("refused", "Choose at least one person to write to.");
            return "redirect:/holds/" + hold.id() + "#notices";
        }
        try {
            int letters = telling.tell(hold, to, step(step), who);
            after.addFlashAttribute("said", said(letters));
        } catch (HoldRefused | MailRefused refused) {
            after.addFlashAttribute("refused", refused.getMessage());
            return "redirect:/holds/" + hold.id() + "#notices";
        }
        return "redirect:/holds/" + hold.id() + (telling.mails() ? "#notices" : "/letters");
    }

    private String said(int letters) {
        String many = letters == 1 ? "1 letter" : letters + " letters";
        return telling.mails()
                ? many + " handed to the mail server and recorded."
                : many + " recorded as sent. Copy the text below into your mail and send it now.";
    }

    private static Step step(String name) {
        return switch (name) {
            case "SENT" -> Step.SENT;
            case "REMINDED" -> Step.REMINDED;
            case "RELEASED" -> Step.RELEASED;
            default -> throw new NotThere();
        };
    }

    @GetMapping("/holds/{id}/letters")
    String letters(@PathVariable String id, Model model) {
        LegalHold hold = HoldPages.find(archive, id);
        model.addAttribute("hold", HoldLine.of(archive, List.of(hold)).getFirst());
        model.addAttribute("letters", telling.letters(hold));
        return "holds/letters";
    }

    @PostMapping("/holds/{id}/acknowledgements")
    String acknowledged(@PathVariable String id, @RequestParam String to, Who who, RedirectAttributes after) {
        LegalHold hold = HoldPages.find(archive, id);
        Recipient person = Recipient.of(archive, hold).stream()
                .filter(one -> one.custodian().equals(new Custodian(to)))
                .findFirst()
                .orElseThrow(NotThere::new);
        telling.acknowledged(hold, person, who);
        after.addFlashAttribute("said", "Recorded: " + person.name() + " acknowledged.");
        return "redirect:/holds/" + hold.id() + "#notices";
    }
}
