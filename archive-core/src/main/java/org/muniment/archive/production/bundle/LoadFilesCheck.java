package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.loadfile.DatDialect;
import org.muniment.archive.production.loadfile.DatReader;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.production.loadfile.LoadField;
import org.muniment.archive.production.loadfile.LoadFileMalformed;
import org.muniment.archive.production.loadfile.OptLine;
import org.muniment.archive.production.loadfile.OptReader;

/**
 * Reads a package's load files as a receiver would, and holds them against each other and the folder: numbers in order and
 * within the production's, as many pages as they say, no link to nowhere, no native or text that nothing links to.
 */
final class LoadFilesCheck {
    private static final Pattern LINKED = Pattern.compile("VOL[0-9]{3,}/(NATIVES|TEXT)/.*");

    private final Path contents;
    private final String prefix;
    private final BatesRange numbers;
    private final BiConsumer<String, String> complaints;
    private final SortedSet<String> linked = new TreeSet<>();

    /** @param complaints are told a file and what is wrong with it */
    LoadFilesCheck(Path folder, ProductionFile production, BiConsumer<String, String> complaints) {
        this.prefix = production.layout() == ProductionFormat.BAG ? Layout.DATA + "/" : "";
        this.contents = folder.resolve(prefix);
        this.numbers = new BatesRange(
                BatesNumber.parse(production.bates().first()),
                BatesNumber.parse(production.bates().last()));
        this.complaints = complaints;
    }

    void run(SortedSet<String> there) throws IOException {
        SortedSet<String> files = new TreeSet<>();
        there.stream()
                .filter(path -> path.startsWith(prefix))
                .forEach(path -> files.add(path.substring(prefix.length())));
        List<String> tables =
                files.stream().filter(path -> path.matches("DATA/.*\\.dat")).toList();
        for (String dat : tables) {
            List<BatesRange> documents = documents(dat, files);
            String opt = dat.replaceFirst("dat$", "opt");
            if (files.contains(opt)) {
                pages(opt, documents, files);
            }
        }
        if (!tables.isEmpty()) {
            files.stream()
                    .filter(path -> LINKED.matcher(path).matches() && !linked.contains(path))
                    .forEach(path -> complain(path, "No load file links to it"));
        }
    }

    private List<BatesRange> documents(String dat, SortedSet<String> files) throws IOException {
        List<BatesRange> documents = new ArrayList<>();
        try (InputStream in = Files.newInputStream(contents.resolve(dat));
                DatReader reader = new DatReader(in, DatDialect.CP1252)) {
            for (DocumentRow row : reader.documents()) {
                documents.add(document(dat, row, documents.isEmpty() ? null : documents.getLast()));
                for (LoadField link : List.of(LoadField.NATIVELINK, LoadField.TEXTLINK)) {
                    link(dat, row.get(link), files);
                }
            }
        } catch (LoadFileMalformed | IllegalArgumentException | CharacterCodingException e) {
            complain(dat, String.valueOf(e.getMessage()));
        }
        return documents;
    }

    private BatesRange document(String dat, DocumentRow row, @org.jspecify.annotations.Nullable BatesRange before) {
        BatesRange pages = new BatesRange(
                BatesNumber.parse(row.get(LoadField.BEGBATES)), BatesNumber.parse(row.get(LoadField.ENDBATES)));
        boolean inOrder = before == null || before.last().compareTo(pages.first()) < 0;
        require(
                inOrder && numbers.contains(pages),
                dat,
                pages + " is not behind the document before it, or not in the range");
        require(
                row.get(LoadField.PAGECOUNT).equals(Long.toString(pages.pages())),
                dat,
                pages + " has another page count than its numbers say");
        return pages;
    }

    private void link(String file, String link, SortedSet<String> files) {
        if (link.isEmpty()) {
            return;
        }
        String path = link.replaceFirst("^\\.\\\\", "").replace('\\', '/');
        require(files.contains(path), file, "It links to " + link + ", which is not there");
        linked.add(path);
    }

    private void pages(String opt, List<BatesRange> documents, SortedSet<String> files) throws IOException {
        List<BatesRange> set = new ArrayList<>();
        try (InputStream in = Files.newInputStream(contents.resolve(opt));
                OptReader reader = new OptReader(in)) {
            for (Optional<OptLine> line = reader.next(); line.isPresent(); line = reader.next()) {
                OptLine page = line.get();
                link(opt, page.path(), files);
                set.add(new BatesRange(page.page(), page.page()));
                if (!page.beginsDocument()) {
                    BatesRange first = set.removeLast();
                    BatesRange begun = set.removeLast();
                    require(
                            begun.last().plus(1).equals(first.first()),
                            opt,
                            first + " does not follow " + begun.last());
                    set.add(new BatesRange(begun.first(), first.last()));
                }
            }
        } catch (LoadFileMalformed | IllegalArgumentException | CharacterCodingException e) {
            complain(opt, String.valueOf(e.getMessage()));
            return;
        }
        require(set.equals(documents), opt, "It has other documents or pages than the Concordance file beside it");
    }

    private void require(boolean holds, String file, String what) {
        if (!holds) {
            complain(file, what);
        }
    }

    private void complain(String file, String what) {
        complaints.accept(prefix + file, what);
    }
}
