package org.muniment.api.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.muniment.api.Console;

/** A real server on a free port over an archive in a folder. */
public record TestServer(Server server, Path archive, Clock clock) implements AutoCloseable {
    /** With the clock of the sample district's tests. */
    public static TestServer start(Path archive) {
        return start(archive, Console.CLOCK);
    }

    public static TestServer start(Path archive, Clock clock) {
        return new TestServer(Server.start(archive, clock, new Server.Place("127.0.0.1", 0)), archive, clock);
    }

    public String address() {
        return server.address();
    }

    /** Every route it has. */
    public List<Routes.Route> routes() {
        return server.routes();
    }

    /** Sends the letters of a night, and says what came of it. */
    public String letters() {
        return server.letters().send();
    }

    @Override
    public void close() {
        server.close();
    }
}
