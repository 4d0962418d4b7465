package org.muniment.batch.ingest.imap;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class GreenMailImapSourceTest extends ImapSourceContract {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("principal@district.example", "principal", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    int port() {
        return server.getImap().getPort();
    }
}
