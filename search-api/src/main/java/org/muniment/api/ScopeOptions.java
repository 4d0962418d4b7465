package org.muniment.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.batch.holding.Mailboxes;
import picocli.CommandLine.Option;

/** Which items a hold covers, or a request asks for. */
final class ScopeOptions {
    @Option(
            names = "--custodian",
            paramLabel = "ADDRESS",
            description = "Whose mailbox, with every address the directory knows of that person; may be given several "
                    + "times (default: every mailbox).")
    private List<String> custodians = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DATE", description = "First day, sent or received (default: no limit).")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day, within (default: no limit).")
    private @Nullable LocalDate to;

    @Option(
            names = "--query",
            paramLabel = "QUERY",
            description = "Only what matches, see muniment search --help-query (default: everything).")
    private @Nullable String query;

    HoldScope of(Archive archive) {
        try {
            return new HoldScope(
                    custodians.stream()
                            .flatMap(address -> Mailboxes.ofPerson(archive, address).stream())
                            .collect(Collectors.toSet()),
                    from,
                    to,
                    query == null
                            ? null
                            : new ItemQueryParser(archive.settings().zone()).parse(query));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }
}
