package org.muniment.api.web.looks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.items.Purposes;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Look;
import org.muniment.archive.access.Looks;
import org.muniment.archive.access.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who looked at what of others' mail, and why. */
@Controller
@Allowed(Role.AUDITOR)
class LooksPages {
    private static final int PAGE = 50;

    private final Archive archive;

    LooksPages(Archive archive) {
        this.archive = archive;
    }

    /**
     * What the form asks for, as typed.
     *
     * @param wrong why it can't be answered; empty when it can
     */
    record Form(String user, String item, String purpose, String from, String to, String wrong) {
        static Form of(Map<String, String> given, String wrong) {
            return new Form(
                    given.getOrDefault("user", "").strip(),
                    given.getOrDefault("item", "").strip(),
                    given.getOrDefault("purpose", "").strip(),
                    given.getOrDefault("from", ""),
                    given.getOrDefault("to", ""),
                    wrong);
        }

        /** The form's part of an address. */
        public String query() {
            StringBuilder query = new StringBuilder("?");
            Map.of("user", user, "item", item, "purpose", purpose, "from", from, "to", to).entrySet().stream()
                    .filter(one -> !one.getValue().isEmpty())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> query.append(one.getKey())
                            .append('=')
                            .append(URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                            .append('&'));
            return query.toString();
        }

        Looks.Asked asked(ZoneId zone) {
            return new AskedLooks(user, item, purpose, from, to).in(zone);
        }
    }

    /** @param purpose why, in words */
    record Line(Look look, String purpose) {
        static Line of(Look look) {
            return new Line(look, Purposes.words(look.purpose()));
        }
    }

    @GetMapping("/looks")
    ModelAndView page(@RequestParam Map<String, String> given, @RequestParam(defaultValue = "0") long before) {
        try {
            List<Look> found = new ArrayList<>(archive.access()
                    .looks()
                    .list(Form.of(given, "").asked(archive.settings().zone()), before, PAGE + 1));
            boolean more = found.size() > PAGE;
            return page(Form.of(given, ""), more ? found.subList(0, PAGE) : found, more);
        } catch (DateTimeException wrong) {
            return wrong(given, "A day is given as year, month, day: 2026-11-02");
        } catch (IllegalArgumentException wrong) {
            return wrong(given, String.valueOf(wrong.getMessage()));
        }
    }

    private ModelAndView wrong(Map<String, String> given, String words) {
        ModelAndView page = page(Form.of(given, words), List.of(), false);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Form form, List<Look> found, boolean more) {
        ModelAndView page = new ModelAndView("looks/looks");
        page.addObject("form", form);
        page.addObject("looks", found.stream().map(Line::of).toList());
        page.addObject("next", more ? found.getLast().number() : 0L);
        page.addObject("faults", archive.access().looks().faults());
        return page;
    }
}
