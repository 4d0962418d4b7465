package org.muniment.batch.expire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Disposal;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.certificate.BoardList;
import org.muniment.archive.disposition.certificate.CertificateFiles;
import org.muniment.archive.disposition.certificate.CertificateFiles.Issued;
import org.muniment.archive.disposition.certificate.Leftovers;
import org.muniment.archive.disposition.certificate.Removal;
import org.muniment.archive.disposition.certificate.SeriesTitles;

/** Writes the papers of an archive's plans: the list for the board before, the certificate after. */
public final class Certify {
    private final Archive archive;
    private final Disposal disposal;
    private final SeriesTitles titles;

    /** @param archive opened to write where a certificate is issued; for a board's list to read is enough */
    public Certify(Archive archive) {
        this.archive = archive;
        this.disposal = archive.disposal();
        this.titles = SeriesTitles.in(archive.retention().schedules());
    }

    /**
     * Issues a plan's certificate into the folder {@code certificate-P12} within {@code parent}, or writes the one that was
     * issued before; see {@link CertificateFiles#write}.
     *
     * @throws org.muniment.archive.disposition.certificate.CertificateRefused when there is nothing to certify
     */
    public Issued certificate(PlanId plan, Path parent) {
        Removal how = new Leftovers(archive.objects(), archive.items(), disposal.plans(), archive.containers())
                .look(plan, archive.settings().objects());
        return new CertificateFiles(
                        archive.catalogue().transactions(),
                        archive.ledger(),
                        disposal.plans(),
                        archive.settings().zone(),
                        titles)
                .write(plan, how, parent, archive.clock().instant());
    }

    /** Writes the paper for the board, PDF/A-2u; see {@link BoardList#writePaper}. */
    public void boardPaper(PlanId plan, OutputStream out) throws IOException {
        board().writePaper(plan, archive.clock().instant(), out);
    }

    /** Writes the list for the board, line by line; see {@link BoardList#writeLines}. */
    public void boardLines(PlanId plan, OutputStream out) throws IOException {
        board().writeLines(plan, out);
    }

    private BoardList board() {
        return new BoardList(
                disposal.plans(),
                titles,
                archive.retention().classifications(),
                archive.settings().zone());
    }
}
