package org.muniment.batch.mailbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Goes through a mailbox once, a portion at a time, and decides of each message. Changes nothing. For one thread. */
final class Judging implements AutoCloseable {
    private static final int PORTION = 200;

    private final Mailbox server;
    private final Judge judge;
    private final Stream<MailboxMessage> messages;
    private final Iterator<MailboxMessage> rest;
    private final Kept kept = new Kept();
    private long listed;
    private long boxed;
    private long proposed;
    private long bytes;

    /** @throws MailboxUnavailable when the mailbox can't be listed */
    Judging(Mailbox server, Judge judge) {
        this.server = server;
        this.judge = judge;
        this.messages = server.messages();
        this.rest = messages.iterator();
    }

    /** Whether there is more to judge. */
    boolean hasMore() {
        return rest.hasNext();
    }

    /** Judges some more; what nothing keeps. */
    List<Proposal> more() {
        List<Proposal> found = new ArrayList<>();
        for (int i = 0; i < PORTION && rest.hasNext(); i++) {
            MailboxMessage message = rest.next();
            listed++;
            boxed += Box.purged().contains(message.box()) ? 1 : 0;
            switch (judge.judge(server, message)) {
                case Judgement.Keep keep -> kept.add(keep.reason(), message.place());
                case Judgement.Remove remove -> {
                    bytes += message.size();
                    found.add(new Proposal(++proposed, message.place(), remove.item(), message.size()));
                }
            }
        }
        return found;
    }

    Kept kept() {
        return kept;
    }

    long listed() {
        return listed;
    }

    long boxed() {
        return boxed;
    }

    long proposed() {
        return proposed;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        messages.close();
    }
}
