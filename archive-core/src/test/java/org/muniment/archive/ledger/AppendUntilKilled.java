package org.muniment.archive.ledger;

import java.nio.file.Path;
import java.util.Random;
import org.muniment.archive.Catalogue;

/** The process that the crash test kills: appends batch after batch and says on its output what was committed. */
final class AppendUntilKilled {
    private AppendUntilKilled() {}

    /** Arguments: folder, number of the writer. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int writer = Integer.parseInt(arguments[1]);
        Random random = new Random();
        OpenLedger open = OpenLedger.in(Catalogue.sqlite(folder.resolve("catalogue.db")), folder);
        for (int number = 0; ; ) {
            int more = 1 + random.nextInt(200);
            long first = open.append(OpenLedger.events(writer, number, more));
            System.out.println(first + " " + number + " " + more);
            number += more;
            if (random.nextInt(5) == 0) {
                open.ledger().checkpoint();
            }
        }
    }
}
