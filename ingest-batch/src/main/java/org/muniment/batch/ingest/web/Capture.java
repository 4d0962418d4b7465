package org.muniment.batch.ingest.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;

/** Keeps an answer as one WARC record: the version of a page that stood at its address at that time. */
final class Capture {
    private final Path spool;

    Capture(Path spool) {
        this.spool = spool;
    }

    /** @param payload digest of what the answer holds */
    RawItem of(WebAnswer answer, Digest payload) throws IOException {
        URI address = answer.address();
        String place = address + "@" + answer.at();
        return new RawItem(
                place,
                String.valueOf(address.getHost()),
                List.of(),
                Receipt.byServer(answer.at()),
                record(answer, payload, place),
                new Position(place, 0));
    }

    private Spool record(WebAnswer answer, Digest payload, String place) throws IOException {
        UUID id = UUID.nameUUIDFromBytes((place + " " + payload.hex()).getBytes(StandardCharsets.UTF_8));
        try (SpoolWriter out = new SpoolWriter(spool);
                InputStream in = answer.bytes().open()) {
            WarcResponse.Builder record = new WarcResponse.Builder(answer.address())
                    .date(answer.at())
                    .recordId(id)
                    .ipAddress(answer.server())
                    .payloadDigest("sha256", payload.hex())
                    .body(
                            MediaType.HTTP_RESPONSE,
                            Channels.newChannel(in),
                            answer.bytes().size());
            if (answer.cut()) {
                record.truncated(WarcTruncationReason.LENGTH);
            }
            new WarcWriter(Channels.newChannel(out), WarcCompression.NONE).write(record.build());
            return out.finish();
        }
    }
}
