package org.muniment.batch.ingest.social;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.reading.AssembledMessage;
import org.muniment.archive.item.reading.PostingFacts;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.LocalSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.SourceTree;
import org.muniment.batch.ingest.eml.EmlFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of postings that were saved by hand or by a web site's own software: for each a page, and beside it a JSON file
 * of the same name with {@code url}, {@code title}, {@code posted}, {@code author} and, when it is gone, {@code takenDown}.
 * The received time is when it was posted: the site that kept it says so. Other files are items as they are.
 *
 * @param path made absolute
 */
public record PostingsFolder(Path path) implements LocalSource {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public PostingsFolder {
        path = path.toAbsolutePath().normalize();
    }

    @Override
    public String type() {
        return "postings";
    }

    @Override
    public ItemSource items(Path spool) {
        return new SourceTree(path, PostingsFolder::read, spool);
    }

    private static void read(FileEntry file, long from, ItemSource.Sink sink) throws InterruptedException {
        Path facts = beside(file.file(), ".json");
        Path page = beside(file.file(), ".html");
        boolean pair = Files.isRegularFile(facts) && Files.isRegularFile(page);
        try {
            if (pair && file.file().equals(page)) {
                sink.accept(posting(file, facts));
            } else if (!pair) {
                sink.accept(EmlFile.read(file));
            }
        } catch (IOException e) {
            sink.accept(file.rejected(Reasons.of(e)));
        } catch (JacksonException e) {
            sink.accept(file.rejected("the file " + facts.getFileName() + " beside it is no JSON"));
        }
    }

    private static Path beside(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + ending);
    }

    private static RawItem posting(FileEntry file, Path facts) throws IOException {
        byte[] json = Files.readAllBytes(facts);
        JsonNode told = JSON.readTree(json);
        AssembledMessage message = new AssembledMessage(Kind.POSTING)
                .header(PostingFacts.ADDRESS, text(told, "url"))
                .header(PostingFacts.ACCOUNT, text(told, "account"))
                .header(PostingFacts.CAPTURED, text(told, "captured"));
        if (!text(told, "author").isEmpty()) {
            message.addresses("From", List.of(new Address("", text(told, "author"))));
        }
        var posted = PostTime.read(told.path("posted"));
        posted.ifPresent(message::date);
        message.header("Subject", text(told, "title"));
        message.markup(Files.readString(file.file()));
        message.piece(String.valueOf(facts.getFileName()), "application/json", Spool.of(json));
        String site = text(told, "url").replaceFirst("(?i)^https?://([^/?#:@]+).*$", "$1");
        Optional<Receipt> receipt = posted.map(Receipt::byServer);
        return new RawItem(
                file.path(),
                site,
                List.of(),
                receipt.orElse(Receipt.NONE),
                message.write(file.spool()),
                Position.done(file.path()));
    }

    private static String text(JsonNode told, String key) {
        return told.path(key).asString("");
    }
}
