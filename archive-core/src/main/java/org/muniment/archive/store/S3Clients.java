package org.muniment.archive.store;

import io.minio.Http;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.SocketFactory;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Makes clients that keep many small requests in flight. */
final class S3Clients {
    private static final int IN_FLIGHT = 256;

    private S3Clients() {}

    static MinioClient connect(S3Settings settings) {
        return MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                // Without it each client asks for the bucket's location first.
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http("https".equals(settings.endpoint().getScheme())), true)
                .build();
    }

    private static OkHttpClient http(boolean secure) {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(IN_FLIGHT);
        // As it comes, five requests a host: that is a quarter of the rate at 64 writers.
        dispatcher.setMaxRequestsPerHost(IN_FLIGHT);
        return (secure ? Http.newDefaultClient().newBuilder() : plain())
                .dispatcher(dispatcher)
                .socketFactory(new PromptSockets(SocketFactory.getDefault()))
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(60))
                .writeTimeout(Duration.ofSeconds(60))
                .build();
    }

    /** The same as the default client, without the second that it takes to load certificates. */
    private static OkHttpClient.Builder plain() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .addInterceptor(new Http.StatusRetryInterceptor());
    }

    /** Sockets that send at once. With Nagle's algorithm each small put waits 40 ms for an acknowledgement. */
    private static final class PromptSockets extends SocketFactory {
        private final SocketFactory sockets;

        PromptSockets(SocketFactory sockets) {
            this.sockets = sockets;
        }

        private static Socket prompt(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket() throws IOException {
            return prompt(sockets.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prompt(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(sockets.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prompt(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return prompt(sockets.createSocket(host, port, local, localPort));
        }
    }
}
