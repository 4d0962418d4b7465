package org.muniment.api.web.admin;

import java.util.OptionalInt;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Starts what takes its time: proving the archive, and building the index. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class Works {
    private final ArchiveWork work;

    Works(ArchiveWork work) {
        this.work = work;
    }

    @PostMapping("/admin/verify")
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    String verify(Who who) {
        return "redirect:/jobs/" + work.verify(OptionalInt.empty(), who);
    }

    @PostMapping("/admin/reindex")
    String reindex(Who who) {
        return "redirect:/jobs/" + work.rebuild(who);
    }

    @PostMapping("/admin/catch-up")
    String catchUp(Who who) {
        return "redirect:/jobs/" + work.catchUp(who);
    }
}
