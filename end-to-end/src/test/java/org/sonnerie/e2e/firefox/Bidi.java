package org.sonnerie.e2e.firefox;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.sonnerie.e2e.product.BrowserWire;

/** The commands, answers and events of WebDriver BiDi (W3C Working Draft). Thread safe. */
final class Bidi implements AutoCloseable {
    private final BrowserWire wire;

    private Bidi(BrowserWire wire) {
        this.wire = wire;
    }

    /**
     * Connects.
     *
     * @param address of the browser's session end point
     * @param events gets each event whole, on the connection's thread
     * @return to be closed
     */
    static Bidi connect(URI address, Consumer<JsonObject> events) {
        return new Bidi(BrowserWire.connect(address, events));
    }

    /**
     * Has a command done.
     *
     * @param method such as {@code browsingContext.navigate}
     * @param parameters of the command
     * @return its result
     * @throws Refused if the browser answers with an error
     */
    JsonObject send(String method, Map<String, ?> parameters) {
        JsonObject answer = wire.ask(Map.of("method", method, "params", parameters));
        if (answer.get("type").getAsString().equals("error")) {
            throw Refused.read(answer);
        }
        return answer.getAsJsonObject("result");
    }

    @Override
    public void close() {
        wire.close();
    }

    /** The browser will not, or cannot any more. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String error;

        private Refused(String error, String message) {
            super(error + ": " + message);
            this.error = error;
        }

        private static Refused read(JsonObject answer) {
            return new Refused(
                    answer.get("error").getAsString(), answer.get("message").getAsString());
        }

        /** One of the error codes of WebDriver. */
        String error() {
            return error;
        }
    }
}
