package org.muniment.api;

import java.util.List;
import org.muniment.archive.production.Production;
import org.muniment.batch.produce.Produced;

/**
 * What came of producing, as people and programs read it.
 *
 * @param production its id
 * @param folder where it is
 * @param first the first page's number
 * @param last the last one's
 * @param pages numbered pages
 * @param documents messages, attachments, placeholders
 * @param items items in it
 * @param withheld of them, withheld as a whole
 * @param redacted of them, with parts removed
 * @param leftOut items that are not responsive
 * @param exceptions lines in LOGS/exceptions.csv
 * @param cautions what to mind before it is given out
 */
record ShownProduced(
        String production,
        String folder,
        String first,
        String last,
        long pages,
        long documents,
        long items,
        long withheld,
        long redacted,
        long leftOut,
        long exceptions,
        List<String> cautions,
        double seconds,
        double leakTestSeconds) {
    static ShownProduced of(Produced produced) {
        Production.Bundle bundle = produced.production().built().orElseThrow();
        return new ShownProduced(
                produced.production().id().value(),
                produced.folder().toString(),
                bundle.range().first().toString(),
                bundle.range().last().toString(),
                bundle.pages(),
                bundle.documents(),
                produced.items(),
                produced.withheld(),
                produced.redacted(),
                produced.leftOut(),
                produced.exceptions(),
                produced.cautions(),
                produced.seconds(),
                produced.leakTestSeconds());
    }

    void print(Terminal terminal, ArchiveOptions options) {
        terminal.say("Built %s in %s", production, folder);
        terminal.say("Pages      %,10d  %s to %s", pages, first, last);
        terminal.say("Items      %,10d  as %,d documents", items, documents);
        terminal.say("Redacted   %,10d", redacted);
        terminal.say("Withheld   %,10d", withheld);
        terminal.say("Left out   %,10d  not responsive", leftOut);
        terminal.say("Exceptions %,10d  see LOGS/exceptions.csv", exceptions);
        cautions.forEach(caution -> terminal.sayWrapped("", "Mind: " + caution));
        terminal.say("Nothing that is redacted was found in it.");
        terminal.say("");
        terminal.say("Next, a second person looks at it:");
        terminal.say("  muniment verify %s", folder);
        terminal.say("  muniment production check %s --by 'NAME, TITLE'%s", production, options.again());
    }
}
