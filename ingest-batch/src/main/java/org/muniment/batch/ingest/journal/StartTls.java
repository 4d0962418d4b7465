package org.muniment.batch.ingest.journal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.subethamail.smtp.server.SSLSocketCreator;

/** Turns a connection into TLS, as its server, with the certificate as it is in its files at that time. */
record StartTls(Certificate certificate) implements SSLSocketCreator {
    @Override
    public SSLSocket createSSLSocket(Socket socket) throws IOException {
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        SSLSocket secure = (SSLSocket) certificate
                .context()
                .getSocketFactory()
                .createSocket(socket, remote.getHostString(), socket.getPort(), true);
        secure.setUseClientMode(false);
        return secure;
    }
}
