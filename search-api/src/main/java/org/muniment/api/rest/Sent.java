package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.muniment.archive.store.Digest;

/** The body of a request, read once. Closing it lets go of what it holds. */
interface Sent extends AutoCloseable {
    /** Of its bytes. */
    Digest digest();

    /** The request, so that its body can be had again. */
    HttpServletRequest again(HttpServletRequest request);

    @Override
    void close() throws IOException;

    /** A body that is held in memory. */
    record InMemory(byte[] bytes) implements Sent {
        private static final int LARGEST = 4 << 20;

        /** @throws Refused when it is too large */
        static InMemory of(HttpServletRequest request) throws IOException {
            byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new Refused(413, "Too large", "A request has at most " + LARGEST + " bytes.");
            }
            return new InMemory(body);
        }

        @Override
        public Digest digest() {
            return Digest.of(bytes);
        }

        @Override
        public HttpServletRequest again(HttpServletRequest request) {
            return new ReadRequest(request, bytes);
        }

        @Override
        public void close() {
            // nothing to let go of
        }
    }
}
