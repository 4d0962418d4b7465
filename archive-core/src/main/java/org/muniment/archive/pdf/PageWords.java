package org.muniment.archive.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The words of a foreign page with their places: of its content, its form fields and its notes, but not of layers that are
 * switched off.
 */
final class PageWords extends PDFTextStripper {
    private static final int MOST = 200_000;

    private final Bound bound = new Bound();
    private final PDDocument document;
    private final PDPage page;
    private final List<Glyph> drawn = new ArrayList<>();
    private final List<List<Glyph>> words = new ArrayList<>();
    private final List<Boolean> hidden = new ArrayList<>();

    private PageWords(PDDocument document, PDPage page) {
        this.document = document;
        this.page = page;
        setSortByPosition(true);
    }

    /**
     * What was found.
     *
     * @param drawn characters as they are drawn
     * @param words characters of each word, in reading order
     */
    record Found(List<Glyph> drawn, List<List<Glyph>> words) {}

    /** @param number from 1 */
    static Found of(PDDocument document, int number) throws IOException {
        PageWords words = new PageWords(document, document.getPage(number - 1));
        words.setStartPage(number);
        words.setEndPage(number);
        words.writeText(document, new StringWriter());
        return new Found(words.drawn, words.words);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (drawn.size() >= MOST) {
            throw new IllegalStateException("The page has too many characters");
        }
        if (!isHidden()) {
            drawn.add(Glyph.of(text, page));
            super.processTextPosition(text);
        }
    }

    @Override
    protected void writePage() throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (!annotation.isHidden()
                    && !annotation.isNoView()
                    && !annotation.getSubtype().equals("Popup")) {
                showAnnotation(annotation);
            }
        }
        super.writePage();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        List<Glyph> word = new ArrayList<>();
        for (TextPosition position : positions) {
            if (position.getUnicode().isBlank()) {
                add(word);
                word = new ArrayList<>();
            } else {
                word.add(Glyph.of(position, page));
            }
        }
        add(word);
    }

    private void add(List<Glyph> word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    private boolean isHidden() {
        return hidden.contains(true);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        bound.operator();
        switch (operator.getName()) {
            case "BMC" -> hidden.add(false);
            case "BDC" -> hidden.add(isOff(operands));
            case "EMC" -> {
                if (!hidden.isEmpty()) {
                    hidden.removeLast();
                }
            }
            default -> super.processOperator(operator, operands);
        }
    }

    private boolean isOff(List<COSBase> operands) {
        if (operands.size() < 2 || !COSName.OC.equals(operands.get(0)) || !(operands.get(1) instanceof COSName name)) {
            return false;
        }
        var properties = getResources().getProperties(name);
        return properties != null && isOff(properties.getCOSObject());
    }

    private boolean isOff(COSDictionary group) {
        PDOptionalContentProperties properties = document.getDocumentCatalog().getOCProperties();
        if (properties == null) {
            return false;
        }
        if (COSName.OCG.equals(group.getCOSName(COSName.TYPE))) {
            return !properties.isGroupEnabled(new PDOptionalContentGroup(group));
        }
        COSDictionary member = group.getCOSDictionary(COSName.OCGS);
        return member != null && isOff(member);
    }

    private boolean isOff(PDFormXObject form) {
        COSDictionary group = form.getCOSObject().getCOSDictionary(COSName.OC);
        return group != null && isOff(group);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (!isOff(form)) {
            super.showForm(form);
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        if (!isOff(form)) {
            super.showTransparencyGroup(form);
        }
    }
}
