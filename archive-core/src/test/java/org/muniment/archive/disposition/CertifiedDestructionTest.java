package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.archive.disposition.RecordsOffice.START;
import static org.muniment.archive.disposition.RecordsOffice.on;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;
import org.muniment.archive.disposition.certificate.BoardList;
import org.muniment.archive.disposition.certificate.Certificate;
import org.muniment.archive.disposition.certificate.CertificateCheck;
import org.muniment.archive.disposition.certificate.CertificateFiles;
import org.muniment.archive.disposition.certificate.CertificateFiles.Issued;
import org.muniment.archive.disposition.certificate.CertificateRefused;
import org.muniment.archive.disposition.certificate.Leftovers;
import org.muniment.archive.disposition.certificate.SeriesTitles;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.pdf.VeraPdf;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.FileObjectStore;

/** From the list for the board to the certificate, on the registers that an archive has. */
class CertifiedDestructionTest {
    private static final String ANN = "ann@district.example";
    private static final LocalDate OLD = START.minusYears(3);
    private static final LocalDate AFTER_GRACE = START.plusDays(30);
    private static final SeriesTitles TITLES = (version, series) -> "Series " + series;

    private enum Database {
        SQLITE,
        POSTGRESQL;

        Catalogue open(Path folder) {
            return switch (this) {
                case SQLITE -> Catalogues.sqlite(folder);
                case POSTGRESQL -> Catalogues.postgresql();
            };
        }
    }

    @TempDir
    private Path folder;

    private RecordsOffice office(Database database) {
        RecordsOffice office =
                new RecordsOffice(database.open(folder), new FileObjectStore(folder.resolve("objects")), folder);
        office.adopt(SmallSchedule.yaml(90));
        return office;
    }

    private static Issued certify(RecordsOffice office, PlanId plan, Path where) {
        return new CertificateFiles(
                        office.catalogue.transactions(),
                        office.ledger,
                        office.disposal.plans(),
                        RecordsOffice.ZONE,
                        TITLES)
                .write(
                        plan,
                        new Leftovers(
                                        office.objects,
                                        office.items,
                                        office.disposal.plans(),
                                        office.premises.containers())
                                .look(plan, "files"),
                        where,
                        on(AFTER_GRACE));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatAPlanDestroyedIsCertifiedAndChecked(Database database) {
        try (RecordsOffice office = office(database)) {
            office.collect("lunch", "at noon", OLD, ANN);
            office.collect("invoice", "for chairs", OLD, ANN);
            ItemId held = office.collect("lunch", "with the plaintiff", OLD, ANN);
            PlanId plan = office.condemned(START);
            office.hold(HoldKind.LITIGATION, office.scope("plaintiff"), START.plusDays(3));
            assertThat(office.destroyAll(plan, AFTER_GRACE).destroyed()).hasSize(2);
            Issued issued = certify(office, plan, folder.resolve("out"));
            CertificateCheck.Result result = CertificateCheck.check(issued.folder(), office.ledger.publicKey());
            assertThat(result.findings()).isEmpty();
            assertThat(result.lines()).isEqualTo(3);
            Certificate certificate = issued.certificate();
            assertThat(certificate.destroyed().items()).isEqualTo(2);
            assertThat(certificate.kept().values()).containsExactly(1L);
            assertThat(certificate.open()).isZero();
            assertThat(office.isThere(held)).isTrue();
            assertThat(certify(office, plan, folder.resolve("again")).anew()).isFalse();
        }
    }

    @Test
    void aStandingAuthorityIsShownWithItsTwoOfficers() {
        try (RecordsOffice office = office(Database.SQLITE)) {
            office.collect("lunch", "at noon", OLD, ANN);
            StandingAuthority authority = office.inTransaction(() -> office.disposal
                    .authorities()
                    .sign(Set.of(new SeriesId("T01")), RecordsOffice.LEE, RecordsOffice.CHO, on(START)));
            PlanId plan = office.propose(START, true).plan().id();
            office.change(() -> office.disposal.plans().approveUnder(plan, authority, on(START)));
            office.disposal.destruction().condemn(plan, on(START));
            office.destroyAll(plan, AFTER_GRACE);
            Issued issued = certify(office, plan, folder.resolve("out"));
            assertThat(CertificateCheck.check(issued.folder(), office.ledger.publicKey())
                            .findings())
                    .isEmpty();
            assertThat(issued.certificate().authority().words()).startsWith("standing authority A1");
            assertThat(issued.certificate().authority().first()).isEqualTo(RecordsOffice.LEE);
        }
    }

    @Test
    void whatIsThereAllTheSameIsSaid() {
        try (RecordsOffice office = office(Database.SQLITE)) {
            ItemId lunch = office.collect("lunch", "at noon", OLD, ANN);
            PlanId plan = office.condemned(START);
            office.destroyAll(plan, AFTER_GRACE);
            assertThat(certify(office, plan, folder.resolve("out"))
                            .certificate()
                            .left())
                    .isEmpty();
            office.objects.put(new ByteArrayInputStream(RecordsOffice.mail("lunch", "at noon", null)));
            assertThat(certify(office, plan, folder.resolve("back"))
                            .certificate()
                            .left())
                    .singleElement()
                    .satisfies(left -> assertThat(left.why()).contains("put back from elsewhere"));
            office.collect("lunch", "at noon", OLD, ANN);
            Issued again = certify(office, plan, folder.resolve("again"));
            assertThat(again.certificate().certificate()).endsWith("-3");
            assertThat(again.certificate().left())
                    .singleElement()
                    .satisfies(left -> assertThat(left.item()).isEqualTo(lunch))
                    .satisfies(left -> assertThat(left.why()).contains("collected again"));
        }
    }

    @Test
    void noWordOfTheMailAndNoCustodianIsInACertificate() throws IOException {
        try (RecordsOffice office = office(Database.SQLITE)) {
            office.collect("lunch with zanzibar", "at noontide", OLD, ANN);
            PlanId plan = office.condemned(START);
            office.destroyAll(plan, AFTER_GRACE);
            Path out = certify(office, plan, folder.resolve("out")).folder();
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            all.append(text(Files.readAllBytes(out.resolve("certificate.pdf"))));
            assertThat(all.toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("zanzibar")
                    .doesNotContain("noontide")
                    .doesNotContain("ann@");
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    private static BoardList board(RecordsOffice office) {
        return new BoardList(office.disposal.plans(), TITLES, office.retention.classifications(), RecordsOffice.ZONE);
    }

    @Test
    void theBoardReadsWhichCitationsWereNotVerified() throws IOException {
        SeriesTitles unread = new SeriesTitles() {
            @Override
            public String title(long schedule, SeriesId series) {
                return TITLES.title(schedule, series);
            }

            @Override
            public boolean isVerified(long schedule, SeriesId series) {
                return false;
            }
        };
        try (RecordsOffice office = office(Database.SQLITE)) {
            office.collect("lunch", "at noon", OLD, ANN);
            PlanId plan = office.propose(START).plan().id();
            ByteArrayOutputStream paper = new ByteArrayOutputStream();
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            var list = new BoardList(
                    office.disposal.plans(), unread, office.retention.classifications(), RecordsOffice.ZONE);
            list.writePaper(plan, on(START), paper);
            list.writeLines(plan, lines);
            assertThat(text(paper.toByteArray())).contains("(not verified)", "Counsel should confirm the period");
            assertThat(lines.toString(StandardCharsets.UTF_8))
                    .contains(",citation,verified,")
                    .contains(",no,2022-23,");
            paper.reset();
            board(office).writePaper(plan, on(START), paper);
            assertThat(text(paper.toByteArray())).doesNotContain("not verified", "Counsel should");
        }
    }

    @Test
    void theBoardReadsWhatItIsAskedToAuthorize() throws IOException {
        try (RecordsOffice office = office(Database.SQLITE)) {
            office.collect("lunch", "at noon", OLD, ANN);
            ItemId invoice = office.collect("invoice", "for chairs", OLD, ANN);
            office.collect("lunch", "with the plaintiff", OLD, ANN);
            office.hold(HoldKind.LITIGATION, office.scope("plaintiff"), START);
            Plan plan = office.propose(START).plan();
            ByteArrayOutputStream paper = new ByteArrayOutputStream();
            board(office).writePaper(plan.id(), on(START), paper);
            VeraPdf.assertPdfA2u(paper.toByteArray());
            assertThat(text(paper.toByteArray()))
                    .contains("destruction of the 2 records of list " + plan.id())
                    .contains("T01 Series T01 3")
                    .contains("2022-23")
                    .contains(plan.list().hex())
                    .contains("Due as well, and kept")
                    .contains("Certificate of no conflict")
                    .contains("Action of the governing board")
                    .contains(RecordsOffice.ORTIZ.name());
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            board(office).writeLines(plan.id(), lines);
            assertThat(lines.toString(StandardCharsets.UTF_8).lines())
                    .hasSize(3)
                    .anyMatch(line -> line.contains(invoice.value()) && line.contains("2022-23"));
        }
    }

    @Test
    void aListThatWasApprovedIsNotPutBeforeTheBoardAgain() {
        try (RecordsOffice office = office(Database.SQLITE)) {
            office.collect("lunch", "at noon", OLD, ANN);
            PlanId plan = office.condemned(START);
            assertThatExceptionOfType(CertificateRefused.class)
                    .isThrownBy(() -> board(office).writeLines(plan, new ByteArrayOutputStream()));
            assertThatExceptionOfType(CertificateRefused.class)
                    .isThrownBy(() -> board(office).writeLines(new PlanId("P99"), new ByteArrayOutputStream()));
        }
    }
}
