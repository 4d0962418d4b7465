package org.muniment.api.web.admin;

import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.access.Role;
import org.muniment.batch.mailbox.RegisteredMailbox;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailboxes that old mail is taken out of, and how a lost one is given back. Shows no mail. */
@Controller
@Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
class MailboxPages {
    private final RestoreWork work;

    MailboxPages(RestoreWork work) {
        this.work = work;
    }

    @GetMapping("/admin/mailboxes")
    String page(Model model) {
        model.addAttribute("mailboxes", work.mailboxes());
        return "admin/mailboxes";
    }

    @PostMapping("/admin/mailboxes/{id}/restore")
    @Allowed(Role.ADMINISTRATOR)
    String restore(@PathVariable long id, @RequestParam(defaultValue = "") String folder, Who who) {
        RegisteredMailbox mailbox = work.mailboxes().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(NotThere::new);
        return "redirect:/jobs/" + work.restore(mailbox, folder.isBlank() ? null : folder.strip(), who);
    }
}
