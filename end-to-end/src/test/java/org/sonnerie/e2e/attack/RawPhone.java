package org.sonnerie.e2e.attack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's session without a browser: logs in and opens WebSockets that say anything. */
public final class RawPhone {
    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String address;

    private RawPhone(String address) {
        this.address = address;
    }

    /**
     * Logs in.
     *
     * @param address of the product
     * @param person a user name of the demo company
     * @return logged in
     */
    public static RawPhone signIn(String address, String person) {
        RawPhone phone = new RawPhone(address);
        Matcher hidden = HIDDEN.matcher(phone.send(phone.request("/login").GET()).body());
        String csrf = hidden.find() ? hidden.group(1) : phone.xsrf();
        String form =
                "username=%s&password=sonnerie-demo&_csrf=%s"
                        .formatted(person, URLEncoder.encode(csrf, StandardCharsets.UTF_8));
        HttpResponse<String> home =
                phone.send(
                        phone.request("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (home.uri().getPath().contains("login")) {
            throw new AssertionError("log-in refused: " + home.statusCode() + " " + home.uri());
        }
        phone.send(phone.request("/phone").GET());
        return phone;
    }

    /**
     * Asks for a ticket as the page does.
     *
     * @return good once, for 30 s
     */
    public String ticket() {
        HttpResponse<String> response =
                send(
                        request("/phone/ticket")
                                .header("X-XSRF-TOKEN", xsrf())
                                .POST(HttpRequest.BodyPublishers.noBody()));
        if (response.statusCode() != 200) {
            throw new AssertionError("no ticket: " + response.statusCode());
        }
        JsonObject body = JsonParser.parseString(response.body()).getAsJsonObject();
        return body.get("ticket").getAsString();
    }

    /**
     * Opens the WebSocket.
     *
     * @param origin what the page would be of; empty: none is said
     * @return open, or closed at once if it was refused
     */
    public RawSocket open(String origin) {
        return RawSocket.open(http, URI.create(address.replace("http", "ws") + "/ws"), origin);
    }

    /**
     * Opens the WebSocket as the product's own page does and says hello.
     *
     * @return welcomed
     */
    public RawSocket welcomed() {
        RawSocket socket = open(address);
        socket.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + ticket() + "\"}");
        socket.await("\"welcome\"");
        return socket;
    }

    /**
     * Loads something.
     *
     * @param path on the product
     * @return the answer, whatever it is
     */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private String xsrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
