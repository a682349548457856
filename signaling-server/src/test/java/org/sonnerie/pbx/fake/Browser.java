package org.sonnerie.pbx.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Loads pages and submits forms as a browser does; keeps its cookies. */
public final class Browser {
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([^\"]+)\"");

    private final Site server;
    private final CookieManager cookies;
    private final HttpClient client;

    public Browser(Site server) {
        this(server, new CookieManager());
    }

    private Browser(Site server, CookieManager cookies) {
        this.server = server;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same browser, with its cookies, at a server that was started anew. */
    public Browser at(RunningServer restarted) {
        return new Browser(restarted, cookies);
    }

    public static Browser signedIn(Site server, String userName) {
        Browser browser = new Browser(server);
        HttpResponse<String> answer = browser.signIn(userName, "sonnerie-demo");
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new AssertionError("log-in refused: " + answer.statusCode());
        }
        return browser;
    }

    /** Ends its connections; it asks for nothing any more. */
    public void leave() {
        client.shutdownNow();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(server.http(path)).build());
    }

    /** What is no text. */
    public HttpResponse<byte[]> octets(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.http(path));
        headers.forEach(request::setHeader);
        return send(request.build(), BodyHandlers.ofByteArray());
    }

    /** What comes piece by piece; its reader closes it. */
    public HttpResponse<InputStream> stream(String path) {
        return send(
                HttpRequest.newBuilder(server.http(path)).build(), BodyHandlers.ofInputStream());
    }

    /** Loads the form's page first, as a browser must to have its CSRF token. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Matcher token = CSRF_FIELD.matcher(get(page).body());
        String csrf = token.find() ? "_csrf=" + encode(token.group(1)) + "&" : "";
        String body =
                csrf
                        + fields.entrySet().stream()
                                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(server.http(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** Sends pairs as a form does, in their order; the CSRF token is among them. */
    public HttpResponse<String> send(String action, List<Map.Entry<String, String>> pairs) {
        String body =
                pairs.stream()
                        .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(server.http(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** Sends one file or long text in a form of parts (RFC 7578), as a browser does. */
    public HttpResponse<String> sendFile(String page, String action, String field, byte[] file) {
        Matcher token = CSRF_FIELD.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form at " + page);
        }
        String boundary = "----part-of-a-form";
        String before =
                "--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n--%1$s\r\nContent-Disposition: form-data; name=\"%3$s\"%4$s\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n"
                        .formatted(
                                boundary,
                                token.group(1),
                                field,
                                field.equals("file") ? "; filename=\"list.csv\"" : "");
        return send(
                HttpRequest.newBuilder(server.http(action))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofString(before),
                                        BodyPublishers.ofByteArray(file),
                                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                        .build());
    }

    /** Sends several files in a form of parts, as a browser does. */
    public HttpResponse<String> sendFiles(String page, String action, Map<String, String> files) {
        Matcher token = CSRF_FIELD.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form at " + page);
        }
        String boundary = "----part-of-a-form";
        String begin = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"%s\"";
        String body =
                begin.formatted("_csrf")
                        + "\r\n\r\n"
                        + token.group(1)
                        + "\r\n"
                        + files.entrySet().stream()
                                .map(file ->
                                        begin.formatted(file.getKey())
                                                + "; filename=\"a.pem\"\r\nContent-Type: text/plain\r\n\r\n"
                                                + file.getValue()
                                                + "\r\n")
                                .collect(Collectors.joining())
                        + "--"
                        + boundary
                        + "--\r\n";
        return send(
                HttpRequest.newBuilder(server.http(action))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    public HttpResponse<String> signIn(String userName, String password) {
        return submit("/login", "/login", Map.of("username", userName, "password", password));
    }

    /** Posts as the phone's script does, with the CSRF header. */
    public HttpResponse<String> post(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.http(path)).POST(BodyPublishers.noBody());
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request.build());
    }

    /** Asks as a script does, with the CSRF header. */
    public HttpResponse<String> ask(
            String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.http(path))
                        .method(method, BodyPublishers.ofString(body));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    /**
     * Sends a file as a script does, with the CSRF header. On a connection of its own: a server
     * that refuses a file ends its connection unread, and the next request might still find it
     * open.
     */
    public HttpResponse<String> upload(String path, byte[] file, String type) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.http(path))
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(file));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        try (HttpClient once = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            return send(once, request.build(), BodyHandlers.ofString());
        }
    }

    public String ticket() {
        Matcher ticket = TICKET.matcher(post("/phone/ticket").body());
        if (!ticket.find()) {
            throw new AssertionError("no ticket");
        }
        return ticket.group(1);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** All cookies as the header a WebSocket's handshake carries. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public URI webSocket() {
        return URI.create("ws" + server.http("/ws").toString().substring("http".length()));
    }

    public String origin() {
        String page = server.http("/").toString();
        return page.substring(0, page.length() - 1);
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return send(client, request, handler);
    }

    private static <T> HttpResponse<T> send(
            HttpClient by, HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return by.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
