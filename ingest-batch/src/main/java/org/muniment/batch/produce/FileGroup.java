package org.muniment.batch.produce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.reading.ItemContents.AttachedContent;

/** How an attached file comes onto pages. */
enum FileGroup {
    /** Its pages are inserted. */
    PDF,
    /** It is placed on a page. */
    PICTURE,
    /** It is drawn as a mail's HTML is. */
    HTML,
    /** Its text is set. */
    TEXT,
    /** A message in the message: its text is set, its files follow. */
    MESSAGE,
    /** A text document or slides: rendered where a program for it is installed. */
    OFFICE,
    /** A spreadsheet: given as it is, since its pages say little. */
    SHEET,
    /** A wrapping whose content stands in the message or follows as files of its own. */
    WRAPPING,
    /** A digital signature, which has nothing to read. */
    SIGNATURE,
    /** Audio, video, archives and all else: given as it is. */
    OTHER;

    private static final Set<String> OFFICE_NAMES =
            Set.of("doc", "docx", "docm", "dot", "dotx", "odt", "rtf", "ppt", "pptx", "pps", "ppsx", "odp", "wpd");
    private static final Set<String> SHEET_NAMES =
            Set.of("xls", "xlsx", "xlsm", "xlsb", "ods", "csv", "tsv", "mdb", "accdb");
    private static final Set<String> PICTURES =
            Set.of("image/jpeg", "image/jpg", "image/pjpeg", "image/png", "image/gif", "image/bmp", "image/tiff");
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");
    private static final Set<String> WRAPPINGS = Set.of(
            "application/ms-tnef", "application/vnd.ms-tnef", "application/pkcs7-mime", "application/x-pkcs7-mime");

    /** By its first bytes where these are unmistakable, then its media type, then its name. */
    static FileGroup of(AttachedContent content) {
        FileGroup byStart = content.file().map(FileGroup::byStart).orElse(OTHER);
        if (byStart != OTHER) {
            return byStart;
        }
        FileGroup byType = byType(content.attachment().type());
        return byType == OTHER ? byName(extension(content.attachment())) : byType;
    }

    static String extension(Attachment attachment) {
        String name = attachment.name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static FileGroup byStart(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
            if (start.startsWith("%PDF-")) {
                return PDF;
            }
            boolean picture = start.startsWith("\u0089PNG")
                    || start.startsWith("\u00ff\u00d8\u00ff")
                    || start.startsWith("GIF8")
                    || start.startsWith("II*\0")
                    || start.startsWith("MM\0*");
            return picture ? PICTURE : OTHER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileGroup byType(String type) {
        if (SIGNATURES.contains(type)) {
            return SIGNATURE;
        }
        if (WRAPPINGS.contains(type)) {
            return WRAPPING;
        }
        if (PICTURES.contains(type)) {
            return PICTURE;
        }
        if (type.contains("spreadsheet") || type.contains("excel") || type.equals("text/csv")) {
            return SHEET;
        }
        if (type.contains("wordprocessing")
                || type.contains("presentation")
                || type.contains("msword")
                || type.contains("powerpoint")
                || type.contains("opendocument.text")
                || type.endsWith("/rtf")) {
            return OFFICE;
        }
        return byText(type);
    }

    private static FileGroup byText(String type) {
        return switch (type) {
            case "application/pdf", "application/x-pdf" -> PDF;
            case "text/html", "application/xhtml+xml" -> HTML;
            case "message/rfc822", "message/global", "message/news" -> MESSAGE;
            default -> type.startsWith("text/") || type.startsWith("message/") ? TEXT : OTHER;
        };
    }

    private static FileGroup byName(String extension) {
        if (OFFICE_NAMES.contains(extension)) {
            return OFFICE;
        }
        if (SHEET_NAMES.contains(extension)) {
            return SHEET;
        }
        return switch (extension) {
            case "pdf" -> PDF;
            case "bmp", "tif", "tiff" -> PICTURE;
            case "htm", "html" -> HTML;
            case "txt", "log", "ics", "vcf" -> TEXT;
            default -> OTHER;
        };
    }
}
