package org.muniment.archive.item.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;

/** A parser with every vice, on the test class path only; the content of the file says which. */
public final class MisbehavingParser implements Parser {
    private static final long serialVersionUID = 1L;
    static final String TYPE = "application/x-misbehaving";

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.parse(TYPE));
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, TikaException {
        switch (new String(stream.readAllBytes(), StandardCharsets.US_ASCII)) {
            case "hang" -> hang();
            case "crash" -> Runtime.getRuntime().halt(1);
            case "memory" -> fill();
            case "print" -> System.out.println("noise on the pipe");
            case "recurse" -> recurse(1);
            default -> throw new TikaException("damaged");
        }
    }

    private static void hang() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void fill() throws IOException {
        List<byte[]> hoard = new ArrayList<>();
        while (hoard.size() < 1 << 20) {
            hoard.add(new byte[1 << 20]);
        }
        throw new IOException("There was memory for " + hoard.size());
    }

    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }
}
