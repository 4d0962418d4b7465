package org.muniment.batch.mailbox;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real mailbox on a server that misbehaves, or that somebody else uses meanwhile. Does nothing odd until overridden. */
class Meddling implements Mailbox {
    private final Mailbox real;

    Meddling(Mailbox real) {
        this.real = real;
    }

    /** A server that gives every message the same receipt time; null for none. */
    static UnaryOperator<Mailbox> allReceived(@Nullable Instant time) {
        return real -> new Meddling(real) {
            @Override
            public Stream<MailboxMessage> messages() {
                return super.messages().map(this::lie);
            }

            @Override
            public Optional<MailboxMessage> find(String place) {
                return super.find(place).map(this::lie);
            }

            private MailboxMessage lie(MailboxMessage one) {
                return new MailboxMessage(
                        one.place(), one.folder(), one.box(), time, one.flags(), one.size(), one.version());
            }
        };
    }

    @Override
    public Stream<MailboxMessage> messages() {
        return real.messages();
    }

    @Override
    public Optional<MailboxMessage> find(String place) {
        return real.find(place);
    }

    @Override
    public InputStream open(MailboxMessage message) {
        return real.open(message);
    }

    @Override
    public List<Removal> remove(List<MailboxMessage> messages) {
        return real.remove(messages);
    }

    @Override
    public void close() {
        real.close();
    }
}
