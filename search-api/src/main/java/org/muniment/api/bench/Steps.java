package org.muniment.api.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.muniment.archive.access.Role;

/** What people of each role look at in a day's work, and how often. */
final class Steps {
    /** What stands for a word that some subject has. */
    static final String WORD = "WORD";

    private static final Pattern ITEM = Pattern.compile("/items/[0-9a-f]{24}\\?.*");
    private static final Pattern OWN_ITEM = Pattern.compile("/mine/items/[0-9a-f]{24}.*");
    private static final Pattern NARROWED = Pattern.compile("/(search|mine)\\?(?!.*after=).*(class|year|custodian)=.*");
    private static final Pattern NEXT = Pattern.compile("/(search|mine)\\?.*after=.*");
    private static final Pattern REQUEST = Pattern.compile("/requests/R[0-9]+");
    private static final Pattern HOLD = Pattern.compile("/holds/H[0-9]+");

    private static final Map<Role, List<Step>> OF = new EnumMap<>(Map.of(
            Role.CLERK,
            List.of(
                    page(1, "today", "/"),
                    page(2, "search", "/search?for=request:R1&q=" + WORD),
                    page(1, "search", "/search?for=request:R1&q=" + WORD + "+w/5+" + WORD),
                    link(1, "search, narrowed", NARROWED),
                    link(1, "search, further page", NEXT),
                    link(4, "item", ITEM),
                    page(1, "requests", "/requests"),
                    link(2, "request", REQUEST),
                    page(1, "holds", "/holds")),
            Role.LEGAL,
            List.of(
                    page(1, "today", "/"),
                    page(2, "holds", "/holds"),
                    link(2, "hold", HOLD),
                    page(2, "search", "/search?for=matter:M1&q=" + WORD),
                    link(1, "search, narrowed", NARROWED),
                    link(3, "item", ITEM)),
            Role.RECORDS_OFFICER,
            List.of(
                    page(1, "today", "/"),
                    page(2, "disposition", "/disposition"),
                    page(1, "nights", "/nights"),
                    page(1, "search", "/search?for=retention&q=" + WORD),
                    link(2, "item", ITEM)),
            Role.STAFF,
            List.of(
                    page(2, "today", "/"),
                    page(2, "own mail", "/mine"),
                    page(3, "own search", "/mine?q=" + WORD),
                    link(1, "own search, narrowed", NARROWED),
                    link(4, "own item", OWN_ITEM),
                    page(1, "leaving soon", "/mine/leaving")),
            Role.AUDITOR,
            List.of(page(1, "today", "/"), page(2, "looks", "/looks"), page(2, "ledger", "/admin/ledger")),
            Role.ADMINISTRATOR,
            List.of(
                    page(1, "today", "/"),
                    page(1, "sources", "/admin/sources"),
                    page(1, "people", "/admin/users"),
                    page(1, "jobs", "/admin/jobs"))));

    private Steps() {}

    /**
     * One thing that is looked at.
     *
     * @param weight how often, against the others of the role
     * @param kind as what its wait is counted
     * @param path of the page, with {@link #WORD}; empty for a link
     * @param link one on the pages before that is followed
     */
    record Step(int weight, String kind, String path, Pattern link) {
        boolean leadsTo(String other) {
            return path.isEmpty() && link.matcher(other).matches();
        }
    }

    private static Step page(int weight, String kind, String path) {
        return new Step(weight, kind, path, NEXT);
    }

    private static Step link(int weight, String kind, Pattern link) {
        return new Step(weight, kind, "", link);
    }

    static List<Step> of(Role role) {
        return OF.getOrDefault(role, List.of());
    }
}
