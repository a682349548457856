package org.sonnerie.e2e.firefox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.Child;
import org.sonnerie.e2e.product.Folders;

/** The platform's Firefox: one process with a profile of its own, driven by WebDriver BiDi. */
final class Firefox implements AutoCloseable {
    private static final String PRESS =
            """
            (() => {
              const asked = window.PopupNotifications?.panel;
              if (asked?.state !== 'open') return false;
              asked.firstElementChild.BUTTON.click();
              return true;
            })()
            """;

    private final Path profile;
    private final Child process;
    private final Bidi bidi;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private Firefox(Path profile, Child process) {
        this.profile = profile;
        this.process = process;
        bidi =
                Bidi.connect(
                        Await.untilPresent("an address of Firefox", this::address), this::event);
        Map<String, Object> wanted = Map.of("acceptInsecureCerts", true);
        bidi.send("session.new", Map.of("capabilities", Map.of("alwaysMatch", wanted)));
        bidi.send("session.subscribe", Map.of("events", List.of("log.entryAdded")));
    }

    /**
     * Starts it.
     *
     * @param environment leads to its sound devices
     * @param preferences beside those that driven browsers have
     * @return to be closed
     */
    static Firefox start(Map<String, String> environment, Map<String, Object> preferences) {
        try {
            Path profile = Files.createTempDirectory("firefox");
            String lines =
                    preferences.entrySet().stream()
                            .map(one -> preference(one.getKey(), one.getValue()))
                            .collect(Collectors.joining());
            Files.writeString(profile.resolve("user.js"), lines);
            List<String> command =
                    List.of(
                            executable(),
                            "--headless",
                            "--no-remote",
                            "--remote-debugging-port",
                            "0",
                            "--remote-allow-system-access",
                            "--profile",
                            profile.toString());
            Map<String, String> all = new HashMap<>(environment);
            all.put("HOME", profile.toString());
            return new Firefox(profile, Child.start(profile, profile.resolve("log"), all, command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String preference(String name, Object value) {
        String written = value instanceof String text ? '"' + text + '"' : value.toString();
        return "user_pref(\"" + name + "\", " + written + ");\n";
    }

    private static String executable() {
        String chosen = Optional.ofNullable(System.getenv("SONNERIE_FIREFOX")).orElse("");
        return chosen.isEmpty() ? "/usr/bin/firefox-esr" : chosen;
    }

    /** Firefox writes it into its profile once it listens. */
    private Optional<URI> address() {
        if (!process.alive()) {
            throw new AssertionError("Firefox ended by itself:\n" + process.printed());
        }
        Path file = profile.resolve("WebDriverBiDiServer.json");
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            if (!text.endsWith("}")) {
                return Optional.empty();
            }
            JsonObject server = JsonParser.parseString(text).getAsJsonObject();
            String host = server.get("ws_host").getAsString();
            int port = server.get("ws_port").getAsInt();
            return Optional.of(URI.create("ws://" + host + ":" + port + "/session"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void event(JsonObject event) {
        JsonObject entry = event.getAsJsonObject("params");
        if (entry.get("level").getAsString().equals("error")) {
            troubles.add(entry.get("text").getAsString());
        }
    }

    /** Errors of scripts and of the console, of all pages. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /**
     * Somebody who shares nothing with the others: no cookies, nothing stored.
     *
     * @param script a function that runs in each of his pages before their own scripts
     * @return to be forgotten
     */
    Person person(String script) {
        String id =
                bidi.send("browser.createUserContext", Map.of()).get("userContext").getAsString();
        bidi.send(
                "script.addPreloadScript",
                Map.of("functionDeclaration", script, "userContexts", List.of(id)));
        return new Person(id);
    }

    /** Presses a button of the question that Firefox itself asks in one of its windows. */
    void pressInQuestion(String button) {
        Await.until(
                "a question of Firefox",
                () -> windows().stream().anyMatch(window -> pressed(window, button)));
    }

    /** Whether it can be driven outside its pages: Firefox 140 shows a driver its pages only. */
    boolean opensItsWindows() {
        return windows().stream()
                .anyMatch(window ->
                        new Tab(bidi, window)
                                .evaluate("document.documentURI.startsWith('chrome:')")
                                .getAsBoolean());
    }

    private boolean pressed(String window, String button) {
        return new Tab(bidi, window).evaluate(PRESS.replace("BUTTON", button)).getAsBoolean();
    }

    /** What is around the pages: Firefox's own documents. */
    private List<String> windows() {
        return bidi
                .send("browsingContext.getTree", Map.of("moz:scope", "chrome"))
                .getAsJsonArray("contexts")
                .asList()
                .stream()
                .map(window -> window.getAsJsonObject().get("context").getAsString())
                .toList();
    }

    /** Whether it runs. */
    boolean alive() {
        return process.alive();
    }

    /** Kills it with all its pages. */
    void kill() {
        process.killWithChildren();
    }

    @Override
    public void close() {
        bidi.close();
        process.closeWithChildren();
        Folders.delete(profile);
    }

    /** A person's tabs, each in a window of its own: pages out of sight would be slowed down. */
    final class Person {
        private final String id;

        private Person(String id) {
            this.id = id;
        }

        /** A new tab. */
        Tab open() {
            Map<String, String> wanted = Map.of("type", "window", "userContext", id);
            String context =
                    bidi.send("browsingContext.create", wanted).get("context").getAsString();
            return new Tab(bidi, context);
        }

        /** Closes all tabs. */
        void forget() {
            bidi.send("browser.removeUserContext", Map.of("userContext", id));
        }
    }
}
