package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Sets a mail in HTML: its head, then its body as the renderer draws it, or as text where it can't. */
final class MarkupPainting implements Painting {
    /** Far more than any body within the limits needs: what takes longer is flowing text. */
    private static final long SECONDS = 60;

    private static final long STACK = 64L << 20;
    private static final double PIXEL = 0.75;
    private static final double LEAST_ROOM = 110;
    private static final int MOST_LETTERS = 3_000_000;

    private final Paper.Markup paper;
    private final Workshop workshop;

    MarkupPainting(Paper.Markup paper, Workshop workshop) {
        this.workshop = workshop;
        this.paper = paper;
    }

    @Override
    public List<String> paint(Ground ground, Tag section, List<Integer> targets) throws IOException {
        Setting setting = new Setting(ground, section, targets);
        setting.set(paper.head());
        setting.rule();
        try {
            CleanMarkup markup = clean();
            body(markup, ground, section);
            return markup.notes();
        } catch (Unpaintable e) {
            String note = "The body is set as plain text: " + e.getMessage();
            setting.set(List.of(new Block.Paragraph(note + "."), new Block.Prose(Run.words(text()), true)));
            return List.of(note);
        }
    }

    private CleanMarkup clean() throws Unpaintable {
        if (paper.html().length() > MOST_LETTERS) {
            throw new Unpaintable("it is too large");
        }
        return CleanMarkup.of(paper.html(), paper.pictures());
    }

    private String text() {
        return MarkupText.of(paper.html().substring(0, Math.min(paper.html().length(), 10 * MOST_LETTERS)));
    }

    private void body(CleanMarkup markup, Ground ground, Tag section) throws IOException, Unpaintable {
        Sheets sheets = ground.sheets();
        if (sheets.room() < LEAST_ROOM) {
            sheets.next();
        }
        double scale = Math.min(1, Sheets.WIDTH / (PIXEL * Math.max(1, markup.widest())));
        double height = Sheets.TOP - Sheets.BOTTOM;
        double used = (Sheets.TOP - sheets.y()) / scale;
        byte[] pdf = rendered(new MarkupRenderer(workshop.fonts(), markup, Sheets.WIDTH / scale, height / scale, used));
        try (PDDocument pages = Loader.loadPDF(pdf)) {
            List<String> texts = texts(pages);
            ForeignObjects objects = new ForeignObjects(ground.file());
            for (int page = 0; page < pages.getNumberOfPages(); page++) {
                if (page > 0) {
                    sheets.next();
                }
                Tag tag = ground.structure().begin(section, "P");
                sheets.page().begin(tag);
                sheets.page().show(objects.drawing(pages.getPage(page)), scale, scale, Sheets.LEFT, Sheets.BOTTOM);
                sheets.page().say(texts.get(page));
                sheets.page().end();
                ground.structure().end(tag);
            }
        }
    }

    private static List<String> texts(PDDocument pages) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int page = 1; page <= pages.getNumberOfPages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            texts.add(stripper.getText(pages).strip());
        }
        return texts;
    }

    /** In a thread of its own, with the stack that deep layouts need, and left alone when it does not come back. */
    private byte[] rendered(MarkupRenderer renderer) throws Unpaintable {
        FutureTask<byte[]> task = new FutureTask<>(renderer::render);
        Thread thread = new Thread(null, task, "markup", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            workshop.abandon();
            throw new Unpaintable("it takes too long to draw", e);
        } catch (ExecutionException e) {
            throw new Unpaintable("it can't be drawn", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unpaintable("the drawing of it was interrupted", e);
        }
    }
}
