package org.muniment.api.web.holds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.people.Person;
import org.muniment.batch.holding.HoldPreview;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Places a hold: its form, what it would cover, and the placing itself. In force before the page answers. */
@Controller
@Allowed(Role.LEGAL)
class PlaceHold {
    private static final int MOST = 400;
    private static final int WAITS = 20;
    private static final long WAIT_NANOS = 100_000_000;

    private final Archive archive;
    private final Jobs jobs;
    private final HoldLists lists;

    PlaceHold(Archive archive, Jobs jobs, HoldLists lists) {
        this.lists = lists;
        this.archive = archive;
        this.jobs = jobs;
    }

    /** Somebody who can be chosen. */
    record Choice(String address, String name, String about, boolean chosen) {}

    @GetMapping("/holds/new")
    ModelAndView form() {
        return page(HoldForm.empty(), Map.of());
    }

    @PostMapping("/holds/new")
    ModelAndView count(@ModelAttribute HoldForm form) {
        HoldReading reading = new HoldReading(archive, form);
        ModelAndView page = page(form, reading.problems());
        reading.scope().ifPresent(scope -> page.addObject("preview", HoldPreview.of(archive, scope)));
        return page;
    }

    @PostMapping("/holds")
    ModelAndView place(@ModelAttribute HoldForm form, Who who, RedirectAttributes after) {
        HoldReading reading = new HoldReading(archive, form).forPlacing();
        if (!reading.problems().isEmpty()) {
            return page(form, reading.problems());
        }
        try {
            LegalHold placed =
                    place(form, reading.kind().orElseThrow(), reading.scope().orElseThrow(), who);
            after.addFlashAttribute("receipt", receipt(placed));
            after.addFlashAttribute("caught", listWhatItCaught(placed, who));
            return new ModelAndView("redirect:/holds/" + placed.id());
        } catch (HoldRefused refused) {
            return page(form, Map.of("matter", String.valueOf(refused.getMessage())));
        }
    }

    private LegalHold place(HoldForm form, HoldKind kind, HoldScope scope, Who who) {
        Instant now = archive.clock().instant();
        LegalHold placed =
                Objects.requireNonNull(archive.catalogue().transactions().execute(status -> {
                    String matter = archive.holds()
                            .matter(form.matter())
                            .orElseGet(() -> archive.holds().open(form.matter(), who.officer(), now))
                            .id();
                    return archive.holds().place(matter, kind, scope, who.officer(), now);
                }));
        archive.ledger().checkpoint();
        return placed;
    }

    private long receipt(LegalHold placed) {
        return archive.ledger().entriesFor(placed.id().value()).stream()
                .mapToLong(Entry::index)
                .min()
                .orElseThrow();
    }

    /** It binds already: the list is for reading. In a small archive it is there when the page answers; null when not yet. */
    private @Nullable String listWhatItCaught(LegalHold placed, Who who) {
        JobId id = lists.list(placed.id(), who);
        for (int waited = 0; waited < WAITS; waited++) {
            if (jobs.find(id).orElseThrow().state() instanceof Job.State.Done done) {
                return done.words();
            }
            LockSupport.parkNanos(WAIT_NANOS);
        }
        return null;
    }

    private ModelAndView page(HoldForm form, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("holds/new");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("form", form);
        page.addObject("problems", problems);
        page.addObject("kinds", HoldKind.values());
        page.addObject("matters", archive.holds().matters());
        page.addObject("people", choices(form));
        return page;
    }

    /** The directory's people, or the mailboxes there is mail of; those chosen first, so that nobody is out of sight. */
    private List<Choice> choices(HoldForm form) {
        Set<String> chosen = new HashSet<>(form.custodian());
        List<Choice> choices = new ArrayList<>();
        archive.people().list().forEach(person -> choices.add(choice(person, chosen)));
        if (choices.isEmpty()) {
            archive.items().custodians().stream()
                    .map(Custodian::address)
                    .forEach(address -> choices.add(new Choice(address, address, "", chosen.contains(address))));
        }
        return choices.stream()
                .sorted((a, b) -> Boolean.compare(b.chosen(), a.chosen()))
                .limit(MOST)
                .toList();
    }

    private static Choice choice(Person person, Set<String> chosen) {
        String address = person.custodian().address();
        String last = person.separated() == null ? "" : "last day " + person.separated();
        String about = Stream.of(address, person.role(), person.site(), last)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
        return new Choice(address, person.name(), about, chosen.contains(address));
    }
}
