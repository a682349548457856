package org.sonnerie.e2e.product;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script of a company's admin: reads the plan, publishes another, takes it back. */
public final class Admin {
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PLAN = "/api/v1/plan";

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    private Admin(String address) {
        this.address = address;
    }

    /**
     * Signs in to the demo company as a person does, by the form.
     *
     * @param address of the product
     * @return the script, signed in
     */
    public static Admin signIn(String address) {
        return signIn(address, "admin", "sonnerie-demo");
    }

    /**
     * Signs in as a person does, by the form.
     *
     * @param address of the product
     * @param userName of the admin
     * @param password nothing that a form would have to encode
     * @return the script, signed in
     */
    public static Admin signIn(String address, String userName, String password) {
        Admin admin = new Admin(address);
        Matcher token = CSRF_FIELD.matcher(admin.send(admin.request("/login").GET()));
        if (!token.find()) {
            throw new AssertionError("no log-in form");
        }
        admin.send(
                admin.request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "username=%s&password=%s&_csrf=%s"
                                                .formatted(userName, password, token.group(1)))));
        return admin;
    }

    /**
     * The published plan.
     *
     * @return the document, the caller's own
     */
    public JsonObject plan() {
        return JsonParser.parseString(send(request(PLAN).GET())).getAsJsonObject();
    }

    /**
     * Reads something by REST.
     *
     * @param path under {@code /api/v1}
     * @return the answer
     */
    public JsonObject read(String path) {
        return JsonParser.parseString(send(request("/api/v1" + path).GET())).getAsJsonObject();
    }

    /**
     * Adds somebody who has to choose a password.
     *
     * @param userName to sign in with
     * @param name as others see it
     * @return {@code id}, and the {@code path} of his link
     */
    public JsonObject invite(String userName, String name) {
        JsonObject wish = new JsonObject();
        wish.addProperty("userName", userName);
        wish.addProperty("name", name);
        HttpRequest.Builder request =
                request("/api/v1/people")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(wish.toString()));
        return JsonParser.parseString(send(request)).getAsJsonObject();
    }

    /**
     * Posts something by REST.
     *
     * @param path under {@code /api/v1}
     * @param json the content
     * @return the answer's content
     */
    public JsonObject post(String path, JsonObject json) {
        HttpRequest.Builder request =
                request("/api/v1" + path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.toString()));
        return JsonParser.parseString(send(request)).getAsJsonObject();
    }

    /**
     * Puts something by REST.
     *
     * @param path under {@code /api/v1}
     * @param json the content
     */
    public void put(String path, JsonObject json) {
        send(
                request("/api/v1" + path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json.toString())));
    }

    /**
     * Downloads something by REST.
     *
     * @param path under {@code /api/v1}
     * @return its octets
     */
    public byte[] download(String path) {
        return send(request("/api/v1" + path).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /**
     * Puts a draft and publishes it.
     *
     * @param plan the document
     */
    public void publish(JsonObject plan) {
        draft(plan);
        publishDraft();
    }

    /** Publishes the draft. */
    public void publishDraft() {
        send(request(PLAN + "/publish").POST(BodyPublishers.noBody()));
    }

    /**
     * Puts a draft.
     *
     * @param plan the document
     */
    public void draft(JsonObject plan) {
        send(request(PLAN + "/draft").PUT(BodyPublishers.ofString(plan.toString())));
    }

    /**
     * Puts a plan in force, whatever is drafted just now.
     *
     * @param plan the document
     */
    public void restore(JsonObject plan) {
        HttpResponse<String> draft =
                answer(request(PLAN + "/draft").DELETE(), HttpResponse.BodyHandlers.ofString());
        if (draft.statusCode() != NO_CONTENT && draft.statusCode() != NOT_FOUND) {
            throw new AssertionError(draft + " " + draft.body());
        }
        publish(plan);
    }

    /** Forgets the draft. */
    public void discard() {
        send(request(PLAN + "/draft").DELETE());
    }

    /**
     * Adds an element to a list of a plan.
     *
     * @param plan to be changed
     * @param list such as {@code routes}
     * @param element JSON
     */
    public static void add(JsonObject plan, String list, String element) {
        JsonElement known = plan.get(list);
        JsonArray all = known == null ? new JsonArray() : known.getAsJsonArray();
        all.add(JsonParser.parseString(element));
        plan.add(list, all);
    }

    /** Takes the last publication back. */
    public void undo() {
        send(request(PLAN + "/undo").POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.setHeader("X-XSRF-TOKEN", token));
        return request;
    }

    private String send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> T send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        HttpResponse<T> answer = answer(request, handler);
        if (answer.statusCode() >= 400) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return answer.body();
    }

    private <T> HttpResponse<T> answer(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
