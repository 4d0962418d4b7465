package org.muniment.batch.produce;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.bundle.PackageFolder;
import org.muniment.archive.production.bundle.PackagePath;
import org.muniment.archive.production.loadfile.DatDialect;
import org.muniment.archive.production.loadfile.DatWriter;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.production.loadfile.OptLine;
import org.muniment.archive.production.loadfile.OptWriter;

/** The load files: DAT with a line for each document, OPT with a line for each page. */
final class LoadTables implements Tables {
    private static final String DATA = "DATA";

    private final LoadRows rows;
    private final ExceptionTable exceptions;
    private final DatWriter dat;
    private final OptWriter opt;

    /** @param name of the files */
    LoadTables(PackageFolder folder, String name, LoadRows rows, ExceptionTable exceptions) throws IOException {
        this.rows = rows;
        this.exceptions = exceptions;
        this.dat = new DatWriter(open(folder, name + ".dat"), DatDialect.CONCORDANCE);
        this.opt = new OptWriter(open(folder, name + ".opt"));
    }

    private static OutputStream open(PackageFolder folder, String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.file(PackagePath.of(DATA, name))));
    }

    @Override
    public void add(Family family) throws IOException {
        List<DocumentRow> lines = rows.of(family);
        for (int i = 0; i < lines.size(); i++) {
            SetDocument document = family.documents().get(i);
            for (DatWriter.Change change : dat.write(lines.get(i))) {
                exceptions.add(document.pages().first(), change.field().name(), change.what());
            }
            pages(family, document);
        }
    }

    private void pages(Family family, SetDocument document) throws IOException {
        BatesRange pages = document.pages();
        String path = PackagePath.of(family.volume(), DocumentFiles.KIND, document.file())
                .value()
                .replace('/', '\\');
        for (long page = 0; page < pages.pages(); page++) {
            opt.write(new OptLine(pages.first().plus(page), family.volume(), path, page == 0 ? pages.pages() : 0));
        }
    }

    @Override
    public void close() throws IOException {
        dat.close();
        opt.close();
    }
}
