package org.sonnerie.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Voice;

/** The recordings of calls that an admin finds; made before a test makes its own. */
final class Recordings {
    private final Admin admin;
    private final Set<String> before = new HashSet<>();

    Recordings(Admin admin) {
        this.admin = admin;
        all().forEach(one -> before.add(id(one)));
    }

    /** The one that was made since, once it is whole. */
    JsonObject awaitNew() {
        Await.until("a recording that is whole", () -> whole().isPresent());
        return whole().orElseThrow();
    }

    byte[] download(JsonObject recording) {
        return admin.download("/recordings/" + id(recording) + "/sound");
    }

    /** How many were begun since. */
    long begun() {
        return made().count();
    }

    private Stream<JsonObject> made() {
        return all().stream().filter(one -> !before.contains(id(one)));
    }

    private Optional<JsonObject> whole() {
        return made().filter(one -> one.get("state").getAsString().equals("WHOLE")).findFirst();
    }

    private List<JsonObject> all() {
        JsonArray recordings = admin.read("/recordings").getAsJsonArray("recordings");
        return StreamSupport.stream(recordings.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String id(JsonObject recording) {
        return recording.get("id").getAsString();
    }

    /** Waits until a page says that its call is recorded. */
    static void awaitShown(PhonePage phone) {
        phone.page()
                .getByText("Recording", new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
    }

    /** The seconds in which a voice is found. */
    static List<Integer> seconds(short[] sound, Voice who) {
        Reference voice = Reference.of(who);
        List<Integer> found = new ArrayList<>();
        for (int from = 0; from + Reference.WINDOW <= sound.length; from += Reference.WINDOW) {
            short[] second = Arrays.copyOfRange(sound, from, from + Reference.WINDOW);
            if (voice.find(second).ncc() >= voice.threshold()) {
                found.add(from / Reference.WINDOW);
            }
        }
        return found;
    }
}
