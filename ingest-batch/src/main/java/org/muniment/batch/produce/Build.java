package org.muniment.batch.produce;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.pdf.BundleInfo;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.Disclosed;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.bundle.PackageFolder;
import org.muniment.archive.production.loadfile.Log;
import org.muniment.batch.produce.leak.Secret;

/** Sets all items of a production into an unfinished package, and remembers what the rest of the job needs. Used once. */
final class Build {
    private static final String LANGUAGE = "en-US";

    private final Archive archive;
    private final ProduceRequest request;
    private final Production production;
    private final Decided decided;
    private final PackageFolder folder;
    private final Contents contents;
    private final Titles titles = new Titles();
    private final List<Disclosed> disclosed = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final Map<ItemId, List<String>> underAreas = new HashMap<>();
    private long documents;
    private long exceptions;

    Build(Archive archive, ProduceRequest request, Production production, Decided decided, PackageFolder folder) {
        this.archive = archive;
        this.request = request;
        this.production = production;
        this.decided = decided;
        this.folder = folder;
        this.contents = new Contents(zone());
    }

    private ZoneId zone() {
        return archive.settings().zone();
    }

    /** Is told after each family. */
    interface Told {
        void set(long items);
    }

    /**
     * Sets all.
     *
     * @param first the number of the first page
     * @param ahead is told up to which number pages are stamped
     * @param scratch a folder for temporary files, made and removed by the caller
     */
    void run(BatesNumber first, Consumer<BatesNumber> ahead, Assembly.Papers papers, Path scratch, Told told)
            throws IOException {
        ExceptionTable unusual = new ExceptionTable(folder);
        WithheldTable withheld = new WithheldTable(folder, log(), decided.codings(), zone());
        Departure departure = new Departure(archive);
        Front front = new Front(request, production, decided, contents, zone());
        try (Binder binder = binder(front);
                Opening opening = new Opening(archive, decided.treatments(), scratch)) {
            List<Tables> tables = tables(binder, unusual, withheld, departure);
            Assembly assembly = new Assembly(
                    folder, binder, new BatesStamps(first, request.mark(), ahead), papers, originals(), !isForPeople());
            while (opening.hasNext()) {
                add(opening, assembly, tables);
                told.set(disclosed.size());
            }
            binder.finish(letter(front, departure), () -> front.log(withheld.rows()));
            for (Tables table : tables) {
                table.close();
            }
        }
        exceptions = unusual.lines();
    }

    private Supplier<Paper> letter(Front front, Departure departure) {
        return request.scope() instanceof Scope.OfPerson
                ? () -> departure.page(request.agency(), front.facts())
                : front::letter;
    }

    private Log log() {
        return request.format() == ProductionFormat.COURT ? Log.PRIVILEGE : Log.WITHHELD;
    }

    private boolean isForPeople() {
        return request.format() == ProductionFormat.PDF;
    }

    private Optional<Assembly.Originals> originals() {
        return request.format() == ProductionFormat.BAG
                ? Optional.of(item -> archive.objects().open(item.digest()))
                : Optional.empty();
    }

    private Binder binder(Front front) {
        BundleInfo info = new BundleInfo(
                production.id() + " " + request.scope().about(),
                LANGUAGE,
                production.order().at());
        return isForPeople()
                ? new BundleVolumes(folder, info, production.id().value(), request.volumeBytes(), front::contents)
                : new DocumentFiles(info);
    }

    private List<Tables> tables(Binder binder, ExceptionTable unusual, WithheldTable withheld, Departure departure)
            throws IOException {
        List<Tables> tables = new ArrayList<>();
        tables.add(new ContentsTable(
                folder, contents, () -> binder instanceof BundleVolumes volumes ? volumes.volume() : 0));
        tables.add(withheld);
        tables.add(titles);
        if (request.scope() instanceof Scope.OfPerson) {
            tables.add(departure);
        }
        if (!isForPeople()) {
            LoadRows rows = new LoadRows(zone(), request.mark(), archive.objects(), this::recordClass);
            tables.add(new LoadTables(folder, production.id().value(), rows, unusual));
        }
        tables.add(unusual);
        return tables;
    }

    private String recordClass(ItemId item) {
        return archive.retention()
                .classifications()
                .find(item)
                .map(one -> one.recordClass().title())
                .orElse("");
    }

    private void add(Opening opening, Assembly assembly, List<Tables> tables) throws IOException {
        try (OpenItem open = opening.next()) {
            Family family = assembly.set(open);
            for (Tables table : tables) {
                table.add(family);
            }
            documents += family.documents().size();
            Treatment treatment = open.treatment();
            disclosed.add(new Disclosed(open.item().id(), treatment.disclosure(), treatment.digest(), family.pages()));
            secrets.addAll(Sources.secrets(family));
            List<String> words = Sources.underAreas(family).toList();
            if (!words.isEmpty()) {
                underAreas.put(open.item().id(), words);
            }
        }
    }

    List<Disclosed> disclosed() {
        return List.copyOf(disclosed);
    }

    List<Secret> secrets() {
        return List.copyOf(secrets);
    }

    /** By item, the words that areas took from its pages, each as often as it was taken. */
    Map<ItemId, List<String>> underAreas() {
        return Map.copyOf(underAreas);
    }

    Titles titles() {
        return titles;
    }

    long documents() {
        return documents;
    }

    /** Lines in the list of exceptions. */
    long exceptions() {
        return exceptions;
    }

    /** All numbers that stand on pages; empty when there are none. */
    Optional<BatesRange> range() {
        return contents.range();
    }
}
