package org.muniment.batch.ingest.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Rejected;

/**
 * Reads an account, folder by folder and by ascending UID. Where to go on after an interruption is not the position but the
 * register of what was read: so it also finds what came into folders that were done, and asks again for what a server
 * could not give.
 */
final class AccountReading implements ItemSource {
    /** Where Gmail keeps what is not among all mail. */
    private static final Set<String> BESIDE_ALL = Set.of("\\all", "\\trash", "\\junk");

    private final ImapSource source;
    private final ReadMessages register;
    private final Path spool;

    AccountReading(ImapSource source, ReadMessages register, Path spool) {
        this.source = source;
        this.register = register;
        this.spool = spool;
    }

    @Override
    public void read(Optional<Position> after, Sink sink) throws InterruptedException {
        try (SteadyConnection line = new SteadyConnection(source.account(), source.pause(), ImapSource.TRIES)) {
            for (MailFolder folder : line.with(AccountReading::chosen)) {
                read(folder, line, sink);
            }
        } catch (ImapProblem problem) {
            throw new UncheckedIOException(
                    "The account " + source.name() + " could not be read to its end: " + problem.words()
                            + ". What was read is safe, and the next run goes on behind it",
                    new IOException(problem));
        }
    }

    /** Gmail's folders are views of all mail, which the labels tell too: nothing is read twice. */
    static List<MailFolder> chosen(ImapConnection connection) throws ImapProblem {
        List<MailFolder> all = connection.folders();
        boolean views = connection.isGmail()
                && all.stream().anyMatch(one -> one.attributes().contains("\\all"));
        return views
                ? all.stream()
                        .filter(one -> one.attributes().stream().anyMatch(BESIDE_ALL::contains))
                        .toList()
                : all;
    }

    private void read(MailFolder folder, SteadyConnection line, Sink sink) throws ImapProblem, InterruptedException {
        try {
            new FolderReading(source.register(), register, line, spool).read(folder, sink);
        } catch (ImapProblem.Refused refused) {
            String place = "folder " + folder.name();
            sink.accept(new Rejected(place, refused.words(), new Position(place, 0)));
        }
    }

    @Override
    public void registered(List<RawItem> items) {
        Map<Place, List<Long>> byFolder = new HashMap<>();
        items.stream()
                .flatMap(item -> Place.parse(item.place()).stream())
                .forEach(place -> byFolder.computeIfAbsent(
                                new Place(place.validity(), 0, place.folder()), any -> new ArrayList<>())
                        .add(place.uid()));
        byFolder.forEach((folder, uids) -> register.add(source.register(), folder.folder(), folder.validity(), uids));
    }
}
