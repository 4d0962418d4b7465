package org.muniment.batch.ingest.journal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** Listens for SMTP (RFC 5321) with SIZE, 8BITMIME, SMTPUTF8, CHUNKING and, with a certificate, STARTTLS (RFC 3207). */
final class SmtpListener implements AutoCloseable {
    private static final int PATIENCE_MINUTES = 5;
    private static final int RECIPIENTS = 1000;

    private final SMTPServer server;

    private SmtpListener(SMTPServer server) {
        this.server = server;
    }

    /** Starts listening. */
    static SmtpListener open(InetSocketAddress at, JournalSettings settings, Reception reception) {
        SMTPServer.Builder builder = new SMTPServer.Builder()
                .bindAddress(at.getAddress())
                .port(at.getPort())
                .hostName(settings.host())
                .softwareName("Muniment")
                .insertReceivedHeaders(false)
                .maxConnections(settings.connections())
                .connectionTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES)
                .maxRecipients(RECIPIENTS)
                .maxMessageSize((int) Math.min(Integer.MAX_VALUE, settings.largest()))
                .fromAddressValidator(address -> true)
                .sessionHandler(new Doorkeeper(reception))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new Handler(context, settings.tlsRequired(), reception));
        Certificate certificate = settings.certificate();
        if (certificate != null) {
            builder.startTlsSocketFactory(new StartTls(certificate)).enableTLS().requireTLS(settings.tlsRequired());
        }
        SMTPServer server = builder.build();
        server.start();
        return new SmtpListener(server);
    }

    int port() {
        return server.getPortAllocated();
    }

    /** Ends every session. */
    @Override
    public void close() {
        server.stop();
    }

    private record Doorkeeper(Reception reception) implements SessionHandler {
        @Override
        public SessionAcceptance accept(Session session) {
            InetSocketAddress from = session.getRemoteAddress();
            return reception
                    .admission()
                    .connection(from.getAddress())
                    .map(refused -> SessionAcceptance.failure(refused.code(), refused.text()))
                    .orElseGet(SessionAcceptance::success);
        }

        @Override
        public void onSessionEnd(Session session) {
            // nothing is kept of a session
        }
    }

    private static final class Handler implements MessageHandler {
        private static final Reply NOT_SAFE = new Reply(530, "5.7.0 Say STARTTLS first");

        private final Reception reception;
        private final Delivery delivery;
        private final boolean isSafe;
        private boolean ended;

        /** TLS is seen to here: the library does not ask for it before MAIL when it has a validator of addresses. */
        Handler(MessageContext context, boolean tlsRequired, Reception reception) {
            this.isSafe = !tlsRequired || context instanceof Session session && session.isTLSStarted();
            this.reception = reception;
            this.delivery = new Delivery(reception);
            reception.begin();
        }

        @Override
        public void from(String sender) throws RejectException {
            reject(isSafe ? delivery.sender(sender) : Optional.of(NOT_SAFE));
        }

        @Override
        public void recipient(String address) throws RejectException {
            reject(delivery.recipient(address));
        }

        @Override
        public String data(InputStream in) throws RejectException, IOException {
            Reply reply = delivery.message(in);
            reject(Optional.of(reply).filter(one -> !one.isAccepted()));
            return reply.text();
        }

        /** Comes after the reply to the message was sent, and again when the session ends. */
        @Override
        public void done() {
            if (!ended) {
                ended = true;
                reception.end();
            }
        }

        private static void reject(Optional<Reply> refused) throws RejectException {
            if (refused.isPresent()) {
                throw new RejectException(
                        refused.orElseThrow().code(), refused.orElseThrow().text());
            }
        }
    }
}
