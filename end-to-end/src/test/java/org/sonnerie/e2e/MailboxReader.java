package org.sonnerie.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.sonnerie.e2e.attack.RawPhone;

/** A person's Voicemail page without a browser. */
final class MailboxReader {
    private final RawPhone phone;

    private MailboxReader(RawPhone phone) {
        this.phone = phone;
    }

    /** A message as the page lists it. */
    record Message(String id, String number) {}

    static MailboxReader signIn(String address, String person) {
        return new MailboxReader(RawPhone.signIn(address, person));
    }

    List<Message> messages() {
        String body = phone.get("/phone/voicemail").body();
        List<Message> all = new ArrayList<>();
        JsonParser.parseString(body)
                .getAsJsonObject()
                .getAsJsonArray("messages")
                .forEach(element -> {
                    JsonObject message = element.getAsJsonObject();
                    all.add(
                            new Message(
                                    message.get("id").getAsString(),
                                    message.getAsJsonObject("caller").get("number").getAsString()));
                });
        return all;
    }

    boolean hasSound(String id) {
        HttpResponse<String> sound = phone.get("/phone/voicemail/" + id + "/sound");
        return sound.statusCode() == 200 && sound.body().startsWith("OggS");
    }
}
