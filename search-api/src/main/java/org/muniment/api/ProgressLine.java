package org.muniment.api;

import java.time.Duration;
import org.muniment.archive.item.Tally;

/** One line on standard error that says how far a command is: drawn for a person at a terminal only. */
public final class ProgressLine implements AutoCloseable {
    private static final long EVERY = Duration.ofMillis(250).toNanos();
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final String deed;
    private final long start = System.nanoTime();
    private final Thread hook;
    private long drawn;

    public ProgressLine(Terminal terminal, String deed) {
        this(terminal, deed, "");
    }

    /** @param whenInterrupted what is said when the command is ended with Ctrl-C, or by the system */
    public ProgressLine(Terminal terminal, String deed, String whenInterrupted) {
        this.terminal = terminal;
        this.deed = deed;
        this.hook = new Thread(() -> complainInterrupted(whenInterrupted));
        if (!whenInterrupted.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    private void complainInterrupted(String words) {
        if (terminal.interactive()) {
            terminal.err().println();
        }
        terminal.complain(words);
    }

    /**
     * Tells how much is done.
     *
     * @param done so far
     * @param total when it is complete; 0 when nobody knows
     */
    public synchronized void show(long done, long total) {
        show(done, total == 0 ? 0 : (double) done / total);
    }

    /** Tells how far an ingest is; {@code expected} bytes, -1 while unknown. */
    public void show(Tally soFar, long expected) {
        show(soFar.read(), expected <= 0 ? 0 : (double) soFar.bytes() / expected);
    }

    /**
     * Tells how much is done of work whose size is known only as a share.
     *
     * @param share from 0, unknown, to 1
     */
    synchronized void show(long done, double share) {
        long now = System.nanoTime();
        if (!terminal.interactive() || now - drawn < EVERY) {
            return;
        }
        drawn = now;
        double seconds = (now - start) / 1e9;
        String left = share <= 0 || share > 1 ? "" : ", " + duration(seconds / share - seconds) + " left";
        terminal.err().printf("%s%,d %s, %,.0f a second%s", CLEAR, done, deed, done / seconds, left);
        terminal.err().flush();
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    /** Takes the line away, so that results can follow. */
    public synchronized void clear() {
        if (drawn != 0) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
            drawn = 0;
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // then it speaks, or has spoken
        }
    }
}
