package org.muniment.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.access.Access;
import org.muniment.archive.disposition.Disposal;
import org.muniment.archive.disposition.Premises;
import org.muniment.archive.hold.CaughtItems;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.hold.Notices;
import org.muniment.archive.index.LuceneSearchIndex;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.Containers;
import org.muniment.archive.item.Items;
import org.muniment.archive.item.Runs;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.people.People;
import org.muniment.archive.production.Productions;
import org.muniment.archive.request.RequestSteps;
import org.muniment.archive.request.Requests;
import org.muniment.archive.request.ResponsePeriods;
import org.muniment.archive.request.letter.LetterTemplates;
import org.muniment.archive.request.letter.Letters;
import org.muniment.archive.review.Codings;
import org.muniment.archive.review.Redactions;
import org.muniment.archive.saved.SavedSearches;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.store.EncryptedObjectStore;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.web.Web;

/**
 * An open archive: every part of it, wired from its settings. Parts that a command does not use are never opened. Many
 * processes may read at once, one writes. Safe for many threads.
 */
public final class Archive implements AutoCloseable {
    private final ArchiveSettings settings;
    private final Clock clock;
    private final OpenParts open = new OpenParts();
    private final @Nullable WriterLock lock;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Items items;
    private final Runs runs;
    private final Containers containers;
    private final Retention retention;
    private final Holds holds;
    private final CaughtItems caughtItems;
    private final Notices notices;
    private final Productions productions;
    private final Requests requests;
    private final RequestSteps requestSteps;
    private final Letters letters;
    private final Codings codings;
    private final Redactions redactions;
    private final Web web;
    private final People people;
    private final SavedSearches savedSearches;
    private final Access access;
    private final KeptObjects kept;
    private final Once<SearchIndex> index = new Once<>(this::openIndex);
    private final Once<Disposal> disposal = new Once<>(this::openDisposal);
    private final Once<ItemReader> reader = new Once<>(this::openReader);

    private Archive(ArchiveSettings settings, LedgerKey key, Clock clock, @Nullable WriterLock lock) {
        this.settings = settings;
        this.clock = clock;
        this.lock = lock;
        if (lock != null) {
            open.keep(lock);
        }
        this.catalogue = open.keep(Catalogue.of(settings));
        this.kept = new KeptObjects(settings, catalogue, spool(), clock, open);
        this.ledger = new Ledger(catalogue.writer(), catalogue.reader(), key);
        this.items = new Items(catalogue.writer(), catalogue.reader(), ledger);
        this.runs = new Runs(catalogue.writer(), catalogue.reader(), ledger);
        this.containers = new Containers(catalogue.writer(), catalogue.reader(), ledger);
        this.retention = Retention.of(catalogue.writer(), catalogue.reader(), ledger, settings.zone());
        this.caughtItems = new CaughtItems(catalogue.writer(), catalogue.reader());
        this.notices = new Notices(catalogue.writer(), catalogue.reader(), ledger, settings.zone());
        this.productions = new Productions(catalogue.writer(), catalogue.reader(), ledger);
        ResponsePeriods periods = ResponsePeriods.of(settings.folder());
        this.requests = new Requests(catalogue.writer(), catalogue.reader(), ledger, settings.zone(), periods);
        this.holds =
                new Holds(catalogue.writer(), catalogue.reader(), ledger, settings.zone(), requests::againstRelease);
        this.requestSteps = new RequestSteps(catalogue.writer(), catalogue.reader(), ledger, settings.zone(), periods);
        this.letters = new Letters(
                catalogue.writer(),
                catalogue.reader(),
                ledger,
                requestSteps,
                new LetterTemplates(settings.folder().resolve("letters")));
        this.codings = new Codings(catalogue.writer(), catalogue.reader(), ledger);
        this.redactions = new Redactions(catalogue.writer(), catalogue.reader(), ledger);
        this.web = Web.of(catalogue.writer(), catalogue.reader(), ledger, settings.zone());
        this.people = new People(catalogue.writer(), catalogue.reader(), ledger, holds);
        this.savedSearches = new SavedSearches(catalogue.writer(), catalogue.reader());
        this.access = Access.of(catalogue.writer(), catalogue.reader(), ledger, settings.zone());
    }

    /**
     * Opens an archive to look into it.
     *
     * @throws ArchiveRefused when there is none in the folder, or a file it can't do without is missing
     */
    public static Archive read(Path folder, Clock clock) {
        ArchiveSettings settings = ArchiveFiles.settings(folder);
        return new Archive(settings, ArchiveFiles.key(settings), clock, null);
    }

    /**
     * Opens an archive to record what people decide, also while another process takes mail in or destroys: a hold waits for
     * neither. Catalogue and ledger are written, index and objects only read.
     *
     * @throws ArchiveRefused when there is none in the folder, or a file it can't do without is missing
     */
    public static Archive decide(Path folder, Clock clock) {
        ArchiveSettings settings = ArchiveFiles.settings(folder);
        return new Archive(settings, ArchiveFiles.signingKey(settings), clock, null);
    }

    /**
     * Opens an archive to change it.
     *
     * @throws ArchiveRefused when there is none in the folder, a file it can't do without is missing, or another process
     *     writes into it
     */
    public static Archive write(Path folder, Clock clock) {
        return write(folder, clock, WriterLock::take);
    }

    /**
     * As {@link #write}, for long: others who want to write wait, and whoever opened it so closes it soon when it
     * {@link #isWanted}. Waits for others at most a minute.
     */
    public static Archive writeYielding(Path folder, Clock clock) {
        return write(folder, clock, WriterLock::takeYielding);
    }

    /**
     * Opens what is about to become an archive again, to bring its objects and its index back: settings that are not
     * written yet, with ledger key and catalogue in their places. Write the settings when all is there.
     *
     * @throws ArchiveRefused when the key is not the ledger's, or another process writes into the folder
     */
    public static Archive restoring(ArchiveSettings settings, Clock clock) {
        return write(settings, clock, WriterLock::take);
    }

    private static Archive write(Path folder, Clock clock, Function<Path, WriterLock> taking) {
        return write(ArchiveFiles.settings(folder), clock, taking);
    }

    private static Archive write(ArchiveSettings settings, Clock clock, Function<Path, WriterLock> taking) {
        WriterLock lock = taking.apply(settings.folder());
        try {
            return new Archive(settings, ArchiveFiles.signingKey(settings), clock, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Creates an archive without a retention schedule, and opens it to change it: nothing is classified until one is adopted.
     *
     * @throws ArchiveRefused when there is one in the folder already
     */
    public static Archive create(ArchiveSettings settings, Clock clock) {
        return create(settings, clock, "");
    }

    /**
     * Creates an archive and opens it to change it.
     *
     * @param schedule the text of the retention schedule that classifies until officers adopt one; empty for none
     * @throws ArchiveRefused when there is one in the folder already
     */
    public static Archive create(ArchiveSettings settings, Clock clock, String schedule) {
        WriterLock lock = WriterLock.take(settings.folder());
        try {
            if (ArchiveSettings.exist(settings.folder())) {
                throw new ArchiveRefused("There is an archive in " + settings.folder()
                        + " already. Use it, or name another folder with --archive.");
            }
            LedgerKey key = ArchiveFiles.key(settings);
            Archive archive = new Archive(settings.withOrigin(key.verifier().name()), key, clock, lock);
            new Founding(archive).begin(schedule);
            return archive;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private SearchIndex openIndex() {
        Path folder = settings.folder().resolve("index");
        return open.keep(lock != null ? LuceneSearchIndex.open(folder) : LuceneSearchIndex.openReadOnly(folder));
    }

    private ItemReader openReader() {
        return open.keep(new ItemReader(ReadingLimits.DEFAULT, reading()));
    }

    private Disposal openDisposal() {
        return Disposal.of(new Premises(
                catalogue.writer(),
                catalogue.reader(),
                catalogue.transactions(),
                ledger,
                items,
                runs,
                retention,
                holds,
                new StoredItems(objects(), reader(), spool()),
                objects(),
                settings.zone()));
    }

    /** Whether somebody waits to write into it: only of one that was opened to give way. Cheap. */
    public boolean isWanted() {
        return lock != null && lock.isWanted();
    }

    public ArchiveSettings settings() {
        return settings;
    }

    public Clock clock() {
        return clock;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Items items() {
        return items;
    }

    public Runs runs() {
        return runs;
    }

    /** Files that many items came out of, kept beside them. */
    public Containers containers() {
        return containers;
    }

    /** What items are, for how long they are kept, and why. */
    public Retention retention() {
        return retention;
    }

    public Holds holds() {
        return holds;
    }

    public CaughtItems caughtItems() {
        return caughtItems;
    }

    public Notices notices() {
        return notices;
    }

    /** What was made for requesters, courts and archives, and its numbers. */
    public Productions productions() {
        return productions;
    }

    /** Requests for records, by when they must be answered, and what they ask for. */
    public Requests requests() {
        return requests;
    }

    /** What was done for requests between receipt and end. */
    public RequestSteps requestSteps() {
        return requestSteps;
    }

    /** Letters to those who request records. */
    public Letters letters() {
        return letters;
    }

    /** What reviewers decided about items. */
    public Codings codings() {
        return codings;
    }

    /** Passages to be removed before items are handed out. */
    public Redactions redactions() {
        return redactions;
    }

    /** The district's accounts on the web, and what is watched there. */
    public Web web() {
        return web;
    }

    /** Who works for the district, and the departures of those who leave. */
    public People people() {
        return people;
    }

    /** Searches that people keep. */
    public SavedSearches savedSearches() {
        return savedSearches;
    }

    /** Who may come in, by what, and who looked at what of others. */
    public Access access() {
        return access;
    }

    /** A folder for large messages on their way; emptied whenever an ingest starts. */
    public Path spool() {
        return settings.folder().resolve("spool");
    }

    /** A folder for large attachments while they are read, also by processes that only look into the archive. */
    public Path reading() {
        return settings.folder().resolve("reading");
    }

    /** Plans of destruction, and what carries them out. */
    public Disposal disposal() {
        return disposal.get();
    }

    public ObjectStore objects() {
        return kept.objects();
    }

    /** The bytes as they are kept: encrypted where {@link #objects} are. For backups; closed with the archive. */
    public ObjectStore stored() {
        return kept.stored();
    }

    /** Objects and their keys; nothing when they are not encrypted. */
    public Optional<EncryptedObjectStore> encryption() {
        return objects() instanceof EncryptedObjectStore encrypted ? Optional.of(encrypted) : Optional.empty();
    }

    public SearchIndex index() {
        return index.get();
    }

    public ItemReader reader() {
        return reader.get();
    }

    /** The latest catalogue revision that the index does not have yet, less the one it has; 0 when it has all. */
    public long lag() {
        return Math.max(0, items.latestRevision() - index().through());
    }

    @Override
    public void close() throws ArchiveRefused {
        open.close();
    }
}
