package org.sonnerie.e2e.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.sonnerie.e2e.product.Admin;

/** How long the publication of a large plan takes, from the request to the answer. */
final class PublishTime {
    private static final int PEOPLE = 1_000;
    private static final int FIRST_EXTENSION = 20_000;
    private static final int TIMES = 20;

    private PublishTime() {}

    /** A plan of 1,000 people, published again and again with a change each time. */
    static List<Double> measure(String address) {
        Admin admin = Admin.signIn(address);
        JsonObject plan = admin.plan();
        JsonArray people = plan.getAsJsonArray("people");
        for (int i = people.size(); i < PEOPLE; i++) {
            people.add(person(i));
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            people.get(PEOPLE - 1).getAsJsonObject().addProperty("name", "Person " + i);
            admin.draft(plan);
            long began = System.nanoTime();
            admin.publishDraft();
            millis.add((System.nanoTime() - began) / 1e6);
        }
        return millis.subList(TIMES / 2, TIMES);
    }

    private static JsonObject person(int number) {
        JsonObject person = new JsonObject();
        person.addProperty("id", "bench-" + number);
        person.addProperty("name", "Person " + number);
        person.addProperty("extension", String.valueOf(FIRST_EXTENSION + number));
        person.addProperty("ringSeconds", 20);
        person.addProperty("voicemail", true);
        return person;
    }
}
