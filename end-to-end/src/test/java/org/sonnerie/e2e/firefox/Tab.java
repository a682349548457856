package org.sonnerie.e2e.firefox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.sonnerie.e2e.product.Await;

/**
 * One tab, used by role and accessible name. Whatever is looked for is waited for; an element that
 * moves, is disabled or lies under another one is not pressed before that is over.
 */
final class Tab {
    private static final String READY =
            """
            async (element) => {
              const frame = () => new Promise(requestAnimationFrame);
              element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
              const before = element.getBoundingClientRect();
              await frame();
              await frame();
              const now = element.getBoundingClientRect();
              if (before.x !== now.x || before.y !== now.y || element.matches(':disabled')) return false;
              const hit = document.elementFromPoint(now.x + now.width / 2, now.y + now.height / 2);
              return hit !== null && element.contains(hit);
            }
            """;
    private static final String SELECT =
            """
            (list, text) => {
              const option = [...list.options].find((one) => one.text === text);
              if (option === undefined) return false;
              list.value = option.value;
              list.dispatchEvent(new Event('input', { bubbles: true }));
              list.dispatchEvent(new Event('change', { bubbles: true }));
              return true;
            }
            """;

    /** Nothing of a page takes that long. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Bidi bidi;
    private final String id;

    /**
     * A tab that is there.
     *
     * @param bidi to its browser
     * @param id of its top browsing context
     */
    Tab(Bidi bidi, String id) {
        this.bidi = bidi;
        this.id = id;
    }

    /** Loads a page. */
    void navigate(String url) {
        bidi.send(
                "browsingContext.navigate",
                Map.of("context", id, "url", url, "wait", "interactive"));
    }

    /** Loads the page anew. */
    void reload() {
        bidi.send("browsingContext.reload", Map.of("context", id, "wait", "interactive"));
    }

    /** Closes it without asking the page. */
    void close() {
        bidi.send("browsingContext.close", Map.of("context", id));
    }

    /** Waits until there is an element, and presses it with the mouse. */
    void click(String role, String name) {
        click(Map.of("role", role, "name", name));
    }

    private void click(Map<String, String> accessible) {
        await(accessible + " to press", () -> located(accessible).stream().anyMatch(this::clicked));
    }

    private boolean clicked(String node) {
        try {
            if (!call(READY, element(node)).getAsBoolean()) {
                return false;
            }
            Map<String, Object> origin = Map.of("type", "element", "element", element(node));
            act(
                    "pointer",
                    List.of(
                            Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", origin),
                            Map.of("type", "pointerDown", "button", 0),
                            Map.of("type", "pointerUp", "button", 0)));
            return true;
        } catch (Bidi.Refused gone) {
            // The page showed itself anew in between: it is looked for again.
            return false;
        }
    }

    /** Clicks a field or its label, and types in place of what is in it. */
    void fill(String name, String text) {
        // Firefox knows no role of a password's field.
        click(Map.of("name", name));
        evaluate("document.activeElement.select()");
        type(text);
    }

    /** Presses and releases keys one after another; wherever the focus is. */
    void type(String keys) {
        List<Map<String, Object>> actions = new ArrayList<>();
        keys.codePoints()
                .mapToObj(Character::toString)
                .forEach(key -> {
                    actions.add(Map.of("type", "keyDown", "value", key));
                    actions.add(Map.of("type", "keyUp", "value", key));
                });
        act("key", actions);
    }

    /** Chooses in a list; waits until it has such a text. */
    void choose(String list, String option) {
        Map<String, Object> wanted = Map.of("type", "string", "value", option);
        await(
                option + " in " + list,
                () ->
                        all("combobox", list).stream()
                                .anyMatch(node ->
                                        call(SELECT, element(node), wanted).getAsBoolean()));
    }

    /** Waits until there is an element. */
    void await(String role, String name) {
        await(role + " " + name, () -> has(role, name));
    }

    /** Waits until it is so; fails with what the page says. */
    void await(String what, BooleanSupplier condition) {
        try {
            Await.untilPresent(
                    what,
                    LIMIT,
                    () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", the page says:\n" + text(), e);
        }
    }

    /** Whether there is one now. */
    boolean has(String role, String name) {
        return !all(role, name).isEmpty();
    }

    /** The words of each element of a role, as shown. */
    List<String> texts(String role) {
        List<String> texts = new ArrayList<>();
        for (String node : located(Map.of("role", role))) {
            text(node).ifPresent(texts::add);
        }
        return texts;
    }

    private Optional<String> text(String node) {
        try {
            return Optional.of(call("(e) => e.innerText.trim()", element(node)).getAsString());
        } catch (Bidi.Refused gone) {
            return Optional.empty();
        }
    }

    /** All words on the page, as shown. */
    String text() {
        return evaluate("document.body.innerText").getAsString();
    }

    /** Where it is. */
    String url() {
        return evaluate("location.href").getAsString();
    }

    /** What a script comes to, waiting for it. */
    JsonElement evaluate(String expression) {
        return value(
                bidi.send(
                        "script.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "target",
                                Map.of("context", id),
                                "awaitPromise",
                                true)));
    }

    private JsonElement call(String function, Object... arguments) {
        return value(
                bidi.send(
                        "script.callFunction",
                        Map.of(
                                "functionDeclaration",
                                function,
                                "arguments",
                                List.of(arguments),
                                "target",
                                Map.of("context", id),
                                "awaitPromise",
                                true)));
    }

    private static JsonElement value(JsonObject outcome) {
        if (!outcome.get("type").getAsString().equals("success")) {
            throw new AssertionError("a script failed: " + outcome);
        }
        JsonObject result = outcome.getAsJsonObject("result");
        return result.has("value") ? result.get("value") : result;
    }

    private List<String> all(String role, String name) {
        return located(Map.of("role", role, "name", name));
    }

    private List<String> located(Map<String, String> accessible) {
        Map<String, Object> locator = Map.of("type", "accessibility", "value", accessible);
        JsonObject found =
                bidi.send("browsingContext.locateNodes", Map.of("context", id, "locator", locator));
        return found.getAsJsonArray("nodes").asList().stream()
                .map(node -> node.getAsJsonObject().get("sharedId").getAsString())
                .toList();
    }

    private void act(String device, List<Map<String, Object>> actions) {
        Map<String, Object> source = Map.of("type", device, "id", device, "actions", actions);
        bidi.send("input.performActions", Map.of("context", id, "actions", List.of(source)));
    }

    private static Map<String, Object> element(String node) {
        return Map.of("sharedId", node);
    }
}
