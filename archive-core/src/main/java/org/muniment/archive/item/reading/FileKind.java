package org.muniment.archive.item.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file is, by its first bytes and its name where the declared type says nothing. */
final class FileKind {
    static final String UNKNOWN = "application/octet-stream";

    private static final Set<String> VAGUE = Set.of(
            UNKNOWN,
            "application/binary",
            "application/unknown",
            "application/x-unknown",
            "application/download",
            "application/x-download",
            "application/force-download",
            "application/x-unknown-content-type",
            "binary/octet-stream",
            "application/attachment",
            "application/file",
            "application/x-file");
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("doc", "application/msword"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("htm", "text/html"),
            Map.entry("html", "text/html"),
            Map.entry("csv", "text/csv"),
            Map.entry("ics", "text/calendar"),
            Map.entry("vcf", "text/vcard"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("msg", "application/vnd.ms-outlook"),
            Map.entry("p7m", "application/pkcs7-mime"),
            Map.entry("p7s", "application/pkcs7-signature"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wav", "audio/vnd.wave"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mov", "video/quicktime"));

    private FileKind() {}

    /** The media type to list: the declared one unless it says nothing. */
    static String listed(AttachedFile file, byte[] head) {
        String declared = file.declared();
        return VAGUE.contains(declared) ? read(file, head) : declared;
    }

    /** The media type to read it as: an unmistakable beginning outranks what is declared. */
    static String read(AttachedFile file, byte[] head) {
        String magic = magic(head, file);
        if (!magic.isEmpty()) {
            return magic;
        }
        if (!VAGUE.contains(file.declared())) {
            return file.declared();
        }
        String byName = EXTENSIONS.getOrDefault(extension(file.name()), UNKNOWN);
        return byName.equals(UNKNOWN) && isText(head) ? "text/plain" : byName;
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String magic(byte[] head, AttachedFile file) {
        String start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return isPlainZip(start, file) ? "application/zip" : office(file);
        }
        if (start.startsWith("%PDF-")) {
            return "application/pdf";
        }
        if (start.startsWith("{\\rtf")) {
            return "application/rtf";
        }
        if (start.startsWith("x\u009f>\"")) {
            return "application/ms-tnef";
        }
        if (start.startsWith("-----BEGIN PGP MESSAGE")) {
            return "application/pgp-encrypted";
        }
        return start.startsWith("\u001f\u008b") ? "application/gzip" : picture(start);
    }

    private static String picture(String start) {
        if (start.startsWith("\u0089PNG")) {
            return "image/png";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        return start.startsWith("GIF8") ? "image/gif" : "";
    }

    /** Office documents, books and the like are ZIP files too, but are read as what they are. */
    private static boolean isPlainZip(String start, AttachedFile file) {
        String first = start.length() > 30 ? start.substring(30) : "";
        String declared = file.declared();
        boolean office = declared.contains("officedocument")
                || declared.contains("opendocument")
                || declared.contains("epub")
                || declared.contains("macroenabled")
                || !office(file).equals(UNKNOWN);
        boolean looks = first.startsWith("[Content_Types].xml")
                || first.startsWith("_rels/")
                || first.startsWith("docProps/")
                || first.startsWith("word/")
                || first.startsWith("xl/")
                || first.startsWith("ppt/")
                || first.startsWith("mimetypeapplication/");
        return !office && !looks;
    }

    private static String office(AttachedFile file) {
        String type = EXTENSIONS.getOrDefault(extension(file.name()), UNKNOWN);
        return type.contains("document") ? type : UNKNOWN;
    }

    /** No control characters but white space, escape and form feed. */
    static boolean isText(byte[] head) {
        for (byte b : head) {
            boolean white = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1b || b == '\b';
            if (b >= 0 && b < ' ' && !white) {
                return false;
            }
        }
        return true;
    }

    /** Whether the type is text that needs no parser of its own. */
    static boolean isPlain(String type) {
        return type.startsWith("text/") && !type.equals("text/rtf")
                || type.startsWith("message/")
                || type.endsWith("+xml") && !type.contains("vnd.")
                || type.endsWith("/json")
                || type.endsWith("/xml")
                || type.endsWith("/javascript")
                || type.endsWith("/ics")
                || type.endsWith("/x-sh")
                || type.endsWith("/csv");
    }
}
