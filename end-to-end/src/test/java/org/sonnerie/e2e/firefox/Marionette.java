package org.sonnerie.e2e.firefox;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Firefox's own documents, by its older protocol: unlike WebDriver BiDi, each version lets it in
 * there. For one thread.
 */
final class Marionette implements AutoCloseable {
    /** Milliseconds until an answer. */
    private static final int PATIENCE = 30_000;

    private final Gson gson = new Gson();
    private final Socket socket;
    private final DataInputStream in;
    private final URI bidi;
    private int sent;

    private Marionette(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout(PATIENCE);
        read();
        JsonObject session =
                ask(
                        "WebDriver:NewSession",
                        Map.of("acceptInsecureCerts", true, "webSocketUrl", true));
        bidi =
                URI.create(
                        session.getAsJsonObject("capabilities").get("webSocketUrl").getAsString());
        ask("Marionette:SetContext", Map.of("value", "chrome"));
    }

    /**
     * Where WebDriver BiDi drives the same session.
     *
     * @return the address of its end point
     */
    URI bidi() {
        return bidi;
    }

    /**
     * Begins a session with a Firefox of this machine.
     *
     * @param port where it listens
     * @return to be closed
     */
    static Marionette connect(int port) {
        try {
            return new Marionette(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a script in one of Firefox's own windows.
     *
     * @param script the body of a function
     * @return what it returns
     */
    JsonElement run(String script) {
        try {
            return ask("WebDriver:ExecuteScript", Map.of("script", script, "args", List.of()))
                    .get("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject ask(String command, Map<String, Object> parameters) throws IOException {
        sent++;
        byte[] request =
                gson.toJson(List.of(0, sent, command, parameters)).getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write((request.length + ":").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(request);
        JsonArray answer = read().getAsJsonArray();
        if (answer.get(1).getAsInt() != sent || !answer.get(2).isJsonNull()) {
            throw new AssertionError(command + " was answered by " + answer);
        }
        JsonElement result = answer.get(3);
        return result.isJsonObject() ? result.getAsJsonObject() : new JsonObject();
    }

    /** Its length in bytes, a colon, JSON. */
    private JsonElement read() throws IOException {
        int length = 0;
        for (int next = in.read(); next != ':'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("Firefox ended the connection");
            }
            length = 10 * length + Character.digit(next, 10);
        }
        byte[] message = new byte[length];
        in.readFully(message);
        return JsonParser.parseString(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
