package org.muniment.batch.ingest.voicemail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.FileEntry;

/** The files of one call, read: what they tell, and their bytes. Closing it gives the bytes back. */
final class CallFiles implements AutoCloseable {
    private static final int LONGEST_TEXT = 16 << 20;

    /**
     * One file.
     *
     * @param file where it is
     * @param bytes of it
     */
    record Piece(FileEntry file, Spool bytes) {
        boolean isSound() {
            return FileGroups.isSound(file.name());
        }

        String type() {
            String extension = FileGroups.extension(file.name());
            return switch (extension) {
                case "txt" -> "text/plain";
                case "json" -> "application/json";
                case "vtt" -> "text/vtt";
                case "srt" -> "application/x-subrip";
                case "html", "htm" -> "text/html";
                case "jpg", "jpeg" -> "image/jpeg";
                case "png", "gif" -> "image/" + extension;
                case "xml" -> "application/xml";
                case "vcf" -> "text/vcard";
                default -> FileGroups.SOUNDS.getOrDefault(extension, "application/octet-stream");
            };
        }

        String text() throws IOException {
            try (InputStream in = bytes.open()) {
                return new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
            }
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private final Told told;
    private Optional<TakeoutPage> page = Optional.empty();
    private Call call = Call.UNKNOWN;

    private CallFiles(Told told) {
        this.told = told;
    }

    /** Reads the files, the recording first. */
    static CallFiles read(List<FileEntry> files, Told told) throws IOException {
        CallFiles read = new CallFiles(told);
        try {
            List<FileEntry> ordered = files.stream()
                    .sorted(Comparator.comparing(file -> rank(file.name())))
                    .toList();
            for (FileEntry file : ordered) {
                read.pieces.add(new Piece(file, file.bytes()));
            }
            for (Piece piece : read.pieces) {
                read.take(piece);
            }
            return read;
        } catch (IOException | RuntimeException e) {
            read.close();
            throw e;
        }
    }

    /** What tells more surely is asked first. */
    private static int rank(String name) {
        return switch (FileGroups.extension(name)) {
            case "json" -> 1;
            case "html", "htm" -> 2;
            case "txt" -> 3;
            case "vtt", "srt" -> 4;
            default -> FileGroups.isSound(name) ? 0 : 5;
        };
    }

    private void take(Piece piece) throws IOException {
        switch (FileGroups.extension(piece.file().name())) {
            case "json" -> call = call.or(JsonCall.read(piece.text(), told).orElse(Call.UNKNOWN));
            case "txt" -> takeText(TextCall.read(piece.text(), told));
            case "vtt", "srt" -> call = call.or(TextCall.captions(piece.text()));
            case "html", "htm" -> {
                page = TakeoutPage.read(piece.text(), told);
                call = call.or(page.map(TakeoutPage::call).orElse(Call.UNKNOWN));
            }
            default -> {
                if (piece.isSound()) {
                    call = call.withSeconds(
                            AudioLength.of(piece.bytes()).map(Told::seconds).orElse(""));
                }
            }
        }
    }

    /** A bare text that stands alone is no transcript of anything. */
    private void takeText(Call text) {
        boolean labelled = !text.equals(Call.of(text.words()));
        if (labelled || hasSound() || call.isTold()) {
            call = call.or(text);
        }
    }

    boolean hasSound() {
        return pieces.stream().anyMatch(Piece::isSound);
    }

    /** Whether these files are of a call or a conversation at all. */
    boolean isCall() {
        return hasSound() || page.isPresent() || call.isTold();
    }

    List<Piece> pieces() {
        return pieces;
    }

    Optional<TakeoutPage> page() {
        return page;
    }

    Call call() {
        return call;
    }

    long size() {
        return pieces.stream().mapToLong(piece -> piece.bytes().size()).sum();
    }

    @Override
    public void close() {
        pieces.forEach(piece -> piece.bytes().close());
    }
}
