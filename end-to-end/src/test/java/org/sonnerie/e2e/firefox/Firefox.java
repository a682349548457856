package org.sonnerie.e2e.firefox;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.Child;
import org.sonnerie.e2e.product.Folders;

/**
 * The platform's Firefox: one process with a profile of its own. Its pages are driven by WebDriver
 * BiDi, its own windows by Marionette, both in one session.
 */
final class Firefox implements AutoCloseable {
    private static final String PRESS =
            """
            for (const window of Services.wm.getEnumerator('navigator:browser')) {
              const asked = window.PopupNotifications?.panel;
              if (asked?.state !== 'open') continue;
              asked.firstElementChild.BUTTON.click();
              return true;
            }
            return false;
            """;

    /** The port that is free, which it writes into its profile. */
    private static final String ANY_PORT = preference("marionette.port", 0);

    private final Path profile;
    private final Child process;
    private final Marionette windows;
    private final Bidi bidi;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private Firefox(Path profile, Child process) {
        this.profile = profile;
        this.process = process;
        windows = Marionette.connect(Await.untilPresent("a port of Firefox", this::port));
        bidi = Bidi.connect(windows.bidi(), this::event);
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
            Files.writeString(profile.resolve("user.js"), lines + ANY_PORT);
            List<String> command =
                    List.of(
                            executable(),
                            "--headless",
                            "--no-remote",
                            "--remote-debugging-port",
                            "0",
                            "--marionette",
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
    private Optional<Integer> port() {
        if (!process.alive()) {
            throw new AssertionError("Firefox ended by itself:\n" + process.printed());
        }
        Path file = profile.resolve("MarionetteActivePort");
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        String press = PRESS.replace("BUTTON", button);
        Await.until("a question of Firefox", () -> windows.run(press).getAsBoolean());
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
        windows.close();
        process.closeWithChildren();
        Folders.delete(profile);
    }

    /** A person's tabs, each in a window of its own: pages out of sight would be slowed down. */
    final class Person {
        private final String id;
        private final Set<String> tabs = new HashSet<>();

        private Person(String id) {
            this.id = id;
        }

        /** A new tab. */
        Tab open() {
            Map<String, String> wanted = Map.of("type", "window", "userContext", id);
            String context =
                    bidi.send("browsingContext.create", wanted).get("context").getAsString();
            tabs.add(context);
            return new Tab(bidi, context);
        }

        /**
         * Closes all tabs. What was stored stays with nobody: while Firefox removes that of one
         * person, it refuses to store something of another.
         */
        void forget() {
            List<String> open =
                    bidi
                            .send("browsingContext.getTree", Map.of())
                            .getAsJsonArray("contexts")
                            .asList()
                            .stream()
                            .map(tab -> tab.getAsJsonObject().get("context").getAsString())
                            .filter(tabs::contains)
                            .toList();
            open.forEach(tab -> new Tab(bidi, tab).close());
        }
    }
}
