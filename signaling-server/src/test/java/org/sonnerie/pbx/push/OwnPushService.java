package org.sonnerie.pbx.push;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A push service of the test's own: answers as the last part of the path says, or never. */
final class OwnPushService implements AutoCloseable {
    /** A path whose requests are taken and not answered. */
    static final String SILENT = "silent";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final HttpServer server;

    /** A request. */
    static final class Received {
        private final String path;
        private final Headers headers;
        private final byte[] body;

        private Received(String path, Headers headers, byte[] body) {
            this.path = path;
            this.headers = headers;
            this.body = body;
        }

        String path() {
            return path;
        }

        Headers headers() {
            return headers;
        }

        byte[] body() {
            return body.clone();
        }
    }

    OwnPushService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        received.add(new Received(path, exchange.getRequestHeaders(), body));
        if (!path.endsWith(SILENT)) {
            exchange.sendResponseHeaders(
                    Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), -1);
            exchange.close();
        }
    }

    String endpoint(String name, String answer) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name + "/" + answer;
    }

    Received await() throws InterruptedException {
        Received next = received.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no message came");
        }
        return next;
    }

    int waiting() {
        return received.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
